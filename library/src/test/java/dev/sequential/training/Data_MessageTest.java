package dev.sequential.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Dataset;
import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What is said of data that do not fit, in full. */
class Data_MessageTest {
    private Sequential model;

    @BeforeEach
    void classifier() {
        Sequential.seed(1);
        model = Sequential.of(Input.of(4), Dense.of(3, "softmax"));
    }

    private static INDArray zeros(long... shape) {
        return Nd4j.zeros(DataType.FLOAT, shape);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private void fit(String loss, INDArray x, INDArray y) {
        model.compile("sgd", loss);
        model.fit(x, y, f -> f.verbose(0));
    }

    @Test
    void notCompiled() {
        assertThatThrownBy(() -> model.fit(zeros(2, 4), zeros(2, 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Model \"sequential\" is not compiled. Call compile(optimizer, loss) before fit.");
        assertThatThrownBy(() -> model.evaluate(zeros(2, 4), zeros(2, 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Model \"sequential\" is not compiled. Call compile(optimizer, loss) before evaluate.");
        assertThatThrownBy(() -> model.trainOnBatch(zeros(2, 4), zeros(2, 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Model \"sequential\" is not compiled. Call compile(optimizer, loss) before trainOnBatch.");
        assertThat(model.predict(zeros(2, 4)).shape()).containsExactly(2, 3);
    }

    @Test
    void inputsThatMustBeFlattened() {
        refused(
                () -> fit("mse", zeros(5, 2, 2), zeros(5, 3)),
                "Model \"sequential\" expects x of shape (None, 4), but received shape (5, 2, 2). Reshape x to (5, 4), or begin the model with Input.of(2, 2) and Flatten.of().");
    }

    @Test
    void inputsOfAnotherLength() {
        refused(
                () -> fit("mse", zeros(5, 7), zeros(5, 3)),
                "Model \"sequential\" expects x of shape (None, 4), but received shape (5, 7). Mend the data, or begin the model with Input.of(7).");
    }

    @Test
    void oneSampleWithoutABatchAxis() {
        Model image = Sequential.of(Input.of(2, 2), (call, x) -> x);
        refused(
                () -> image.predict(zeros(2, 2)),
                "Model \"sequential_1\" expects x of shape (None, 2, 2), but received shape (2, 2). For a single sample add a batch axis of length 1: x.reshape(1, 2, 2).");
        refused(
                () -> model.predict(zeros(4)),
                "Model \"sequential\" expects x of shape (None, 4), but received shape (4,). For a single sample add a batch axis of length 1: x.reshape(1, 4).");
    }

    @Test
    void classNumbersForACategoricalLoss() {
        String message =
                "Output \"dense\" expects y of shape (None, 3) for its loss, but received shape %s. Use the loss \"sparse_categorical_crossentropy\" for class numbers, or one-hot targets (to_categorical).";
        refused(() -> fit("categorical_crossentropy", zeros(5, 4), zeros(5)), String.format(message, "(5,)"));
        refused(() -> fit("categorical_crossentropy", zeros(5, 4), zeros(5, 1)), String.format(message, "(5, 1)"));
    }

    @Test
    void oneHotTargetsForASparseLoss() {
        refused(
                () -> fit("sparse_categorical_crossentropy", zeros(5, 4), zeros(5, 3)),
                "Output \"dense\" expects y of shape (None,) for its loss, but received shape (5, 3). Use the loss \"categorical_crossentropy\" for one-hot targets, or class numbers (argMax(-1)).");
    }

    @Test
    void targetsThatOnlyBroadcast() {
        refused(
                () -> fit("mse", zeros(5, 4), zeros(5, 1)),
                "Output \"dense\" expects y of shape (None, 3) for its loss, but received shape (5, 1). Give the last layer 1 units, or y 3 columns.");
    }

    @Test
    void anOutputWithAxesToSpareIsToBeFlattened() {
        Model model = Sequential.of(Input.of(4, 3), Dense.of(2, "softmax").named("last"));
        model.compile("sgd", "sparse_categorical_crossentropy");
        refused(
                () -> model.fit(zeros(5, 4, 3), zeros(5)),
                "Output \"last\" expects y of shape (None, 4) for its loss, but received shape (5,). The output is (None, 4, 2): add Flatten.of() or a global pooling layer before it.");
    }

    @Test
    void classLabelsOutOfRange() {
        refused(
                () -> fit("sparse_categorical_crossentropy", zeros(3, 4), Nd4j.createFromArray(1, 2, 3)),
                "Class labels in y must be whole numbers from 0 to 2 for the 3 units of output \"dense\", but row 2 has 3. Number the classes from 0, or give the layer more units.");
        refused(
                () -> fit("sparse_categorical_crossentropy", zeros(3, 4), Nd4j.createFromArray(0, -1, 2)),
                "Class labels in y must be whole numbers from 0 to 2 for the 3 units of output \"dense\", but row 1 has -1.");
        refused(
                () -> fit("sparse_categorical_crossentropy", zeros(3, 4), Nd4j.createFromArray(0f, 0.5f, 2f)),
                "Class labels in y must be whole numbers from 0 to 2 for the 3 units of output \"dense\", but row 1 has 0.5.");
    }

    @Test
    void differentLengths() {
        refused(() -> fit("mse", zeros(5, 4), zeros(6, 3)), "x has 5 rows, but y has 6. Each sample needs its target.");
    }

    @Test
    void emptyData() {
        refused(() -> fit("mse", Nd4j.empty(DataType.FLOAT).reshape(0), zeros(6, 3)), "x is empty: its shape is (0,)");
        refused(() -> fit("mse", Nd4j.create(DataType.FLOAT, 0, 4), zeros(6, 3)), "x is empty: its shape is (0, 4)");
    }

    @Test
    void missingTargets() {
        model.compile("sgd", "mse");
        refused(
                () -> model.fit(Dataset.of(zeros(5, 4))),
                "y is missing: the loss compares the outputs [dense] with it");
    }

    @Test
    void listsAndMapsThatDoNotFit() {
        model.compile("sgd", "mse");
        refused(
                () -> model.fit(Dataset.of(List.of(zeros(5, 4), zeros(5, 4)), List.of(zeros(5, 3)))),
                "x has 2 entries, but the model has 1 input: [input_layer]");
        refused(
                () -> model.fit(Dataset.of(Map.of("input_layer", zeros(5, 4)), Map.of("other", zeros(5, 3)))),
                "y has no array for output \"dense\" of the model");
    }

    @Test
    void sampleWeightsOfAnotherShape() {
        model.compile("sgd", "mse");
        refused(
                () -> model.fit(zeros(5, 4), zeros(5, 3), f -> f.sampleWeight(zeros(4))),
                "sampleWeight must be one number a sample, shape (5,), but received shape (4,)");
        refused(
                () -> model.fit(zeros(5, 4), zeros(5, 3), f -> f.sampleWeight(zeros(5, 3))),
                "sampleWeight must be one number a sample, shape (5,), but received shape (5, 3). For weights of time steps compile with sampleWeightMode(\"temporal\").");
        refused(
                () -> model.fit(Dataset.of(zeros(5, 4), zeros(5, 3), zeros(5)), f -> f.sampleWeight(zeros(5))),
                "sampleWeight is given twice, in the Dataset and as an option");
    }

    @Test
    void classWeightsThatMissAClass() {
        model.compile("sgd", "sparse_categorical_crossentropy");
        refused(
                () -> model.fit(zeros(3, 4), Nd4j.createFromArray(0, 1, 2), f -> f.classWeight(Map.of(0, 1.0))),
                "classWeight has no weight for classes [1, 2], which occur in y; it has [0]");
        refused(
                () -> model.testOnBatch(zeros(3, 4), Nd4j.createFromArray(0, 1, 2), b -> b.classWeight(Map.of(0, 1.0))),
                "classWeight is for training; testOnBatch has no use for it");
    }

    @Test
    void optionsOutOfRange() {
        model.compile("sgd", "mse");
        List<Map.Entry<ThrowingCallable, String>> calls = Arrays.asList(
                Map.entry(
                        () -> model.fit(zeros(5, 4), zeros(5, 3), f -> f.batchSize(0)),
                        "batchSize must be 1 or more, but received 0"),
                Map.entry(
                        () -> model.fit(zeros(5, 4), zeros(5, 3), f -> f.initialEpoch(-1)),
                        "initialEpoch must be 0 or more, but received -1"),
                Map.entry(
                        () -> model.fit(zeros(5, 4), zeros(5, 3), f -> f.verbose(3)),
                        "verbose must be 0 (silent), 1 (a bar) or 2 (a line an epoch), but received 3"),
                Map.entry(
                        () -> model.fit(zeros(5, 4), zeros(5, 3), f -> f.validationSplit(1)),
                        "validationSplit must be 0 or more and less than 1, but received 1.0"),
                Map.entry(
                        () -> model.fit(zeros(5, 4), zeros(5, 3), f -> f.validationFreq(0)),
                        "validationFreq must be 1 or more, but received 0"),
                Map.entry(
                        () -> model.fit(zeros(5, 4), zeros(5, 3), f -> f.shuffle("rows")),
                        "shuffle must be true, false or \"batch\", but received \"rows\""),
                Map.entry(
                        () -> model.evaluate(zeros(5, 4), zeros(5, 3), e -> e.steps(0)),
                        "steps must be 1 or more, but received 0"));
        calls.forEach(call -> refused(call.getKey(), call.getValue()));
    }

    @Test
    void nothingIsChangedByARefusedCall() {
        INDArray kernel = model.getWeights().get(0);
        model.compile("sgd", "mse");
        assertThatThrownBy(() -> model.fit(zeros(5, 4), zeros(5, 2), f -> f.verbose(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(model.getWeights().get(0)).isEqualTo(kernel);
        assertThatThrownBy(model::history)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Model \"sequential\" has not been trained by fit yet");
    }
}
