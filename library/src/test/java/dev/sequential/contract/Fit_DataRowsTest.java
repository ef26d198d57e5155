package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.counted;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.matrix;
import static dev.sequential.contract.Fixtures.refused;
import static dev.sequential.contract.Fixtures.sizes;
import static dev.sequential.contract.Fixtures.slope;
import static dev.sequential.contract.Fixtures.tooEarly;
import static dev.sequential.contract.Fixtures.twoInputs;
import static dev.sequential.contract.Fixtures.twoOutputs;
import static dev.sequential.contract.Fixtures.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.Fit;
import dev.sequential.FitBuilder;
import dev.sequential.History;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.contract.Feeds.Noting;
import dev.sequential.data.Queueing;
import dev.sequential.data.Shuffle;
import dev.sequential.optimizers.SGD;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Section 20.2, fit: its defaults, the forms of its data, batches, and what does not fit. */
class Fit_DataRowsTest implements Rows {
    private static final INDArray X = column(1, 2, 3);
    private static final INDArray Y = column(2, 4, 6);

    private static Sequential compiled() {
        Sequential model = line(1);
        model.compile(SGD.of(0.01), "mse");
        return model;
    }

    @Test
    void f0_defaults() {
        Fit defaults = Fit.of(f -> {});
        assertThat(defaults)
                .isEqualTo(new Fit(
                        1,
                        0,
                        OptionalInt.empty(),
                        1,
                        List.of(),
                        Shuffle.ROWS,
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        1,
                        Optional.empty(),
                        new Queueing(10, 1, false),
                        List.of()));
    }

    /** The same rows in every form that an array may have: rank 1 is a column. */
    static Stream<Object> forms() {
        return Stream.of(
                X,
                vector(1, 2, 3),
                new double[] {1, 2, 3},
                new float[][] {{1}, {2}, {3}},
                new int[] {1, 2, 3},
                new long[][] {{1}, {2}, {3}},
                List.of(1, 2, 3),
                List.of(List.of(1.0), List.of(2.0), List.of(3.0)),
                X.castTo(org.nd4j.linalg.api.buffer.DataType.DOUBLE));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void f1a_arraysInEveryForm(Object x) {
        Sequential model = compiled();
        model.fit(x, Y, f -> f.shuffle(false));
        // gradient of mean((w x − 2 x)²) at w = 1: −2 mean(x²) = −28/3
        assertThat(slope(model)).isCloseTo(1 + 0.28 / 3, Fixtures.close());
    }

    private static double trained(Object x) {
        Model model = twoInputs();
        model.compile(SGD.of(0.01), "mse");
        History history = model.fit(x, column(0, 0));
        assertThat(history.history().get("loss").get(0)).isCloseTo((81 + 324) / 2.0, Fixtures.close());
        return model.getWeights().get(0).getDouble(0);
    }

    @Test
    void f1b_aListHasAnArrayForEachInput() {
        // outputs 1 + 2 · 4 = 9 and 2 + 2 · 8 = 18; gradient for the first weight: 2 mean(9 · 1, 18 · 2) = 45
        assertThat(trained(List.of(column(1, 2), column(4, 8)))).isCloseTo(1 - 0.45, Fixtures.close());
        assertThat(trained(new INDArray[] {column(1, 2), column(4, 8)})).isCloseTo(0.55, Fixtures.close());
    }

    @Test
    void f1c_aMapHasArraysByTheNamesOfInputs() {
        assertThat(trained(Map.of("input_2", column(4, 8), "input_1", column(1, 2))))
                .isCloseTo(0.55, Fixtures.close());
        // more than is needed does no harm
        assertThat(trained(Map.of("input_2", column(4, 8), "input_1", column(1, 2), "id", column(7, 8))))
                .isCloseTo(0.55, Fixtures.close());
        refused(() -> trained(Map.of("input_1", column(1, 2))), "x has no array for input \"input_2\" of the model");
        refused(
                () -> trained(column(1, 2)),
                "x is one array, but the model has 2 inputs: [input_1, input_2]. Give one for each in a Dataset.");
        refused(() -> trained(List.of(column(1, 2))), "x has 1 entry, but the model has 2 inputs: [input_1, input_2]");
    }

    @Test
    void f1d_generatorsAndSequencesTrainAsArraysDo() {
        Sequential arrays = compiled();
        INDArray w = vector(1, 0.5, 2);
        arrays.fit(X, Y, f -> f.batchSize(2).shuffle(false).epochs(3));
        Batch[] pairs = {Batch.of(column(1, 2), column(2, 4)), Batch.of(column(3), column(6))};
        Sequential weighted = compiled();
        weighted.fit(X, Y, f -> f.batchSize(2).shuffle(false).epochs(3).sampleWeight(w));
        Batch[] triples = {
            Batch.of(column(1, 2), column(2, 4), vector(1, 0.5)), Batch.of(column(3), column(6), vector(2))
        };
        assertThat(slope(weighted)).isNotEqualTo(slope(arrays));
        for (Batch[] batches : List.of(pairs, triples)) {
            double expected = slope(batches == pairs ? arrays : weighted);
            Sequential generator = compiled();
            generator.fit(Feeds.generator(batches), f -> f.stepsPerEpoch(2).epochs(3));
            assertThat(slope(generator)).isEqualTo(expected);
            Sequential sequence = compiled();
            sequence.fit(
                    Dataset.sequence(new Noting(batches)), f -> f.shuffle(false).epochs(3));
            assertThat(slope(sequence)).isEqualTo(expected);
        }
    }

    @Test
    void f1e_nothingToTrainOnIsRefused() {
        Sequential model = compiled();
        refused(() -> model.fit(null, null), "data must not be null");
        refused(() -> model.fit(null, Y), "x must not be null");
        refused(() -> model.fit(null, Y, f -> f.stepsPerEpoch(2)), "x must not be null");
        refused(() -> model.fit((Dataset) null), "data must not be null");
        refused(() -> model.fit(Map.of(), Y), "x has no array for input \"input_layer\" of the model");
    }

    @Test
    void f2a_targetsAsArrayListAndMap() {
        Sequential first = compiled();
        first.fit(X, Y);
        for (Object y : List.of(List.of(Y), Map.of("line", Y), new double[] {2, 4, 6}, List.of(2, 4, 6))) {
            Sequential model = compiled();
            model.fit(X, y);
            assertThat(slope(model)).isEqualTo(slope(first));
        }
        Model two = twoOutputs();
        two.compile(STILL, "mse");
        INDArray zero = column(0, 0, 0);
        double loss = two.fit(X, List.of(X, zero)).history().get("loss").get(0);
        assertThat(loss).isCloseTo(4 * 14 / 3.0, Fixtures.close());
        assertThat(two.fit(X, Map.of("out_b", zero, "out_a", X)).history().get("loss"))
                .containsExactly(loss);
        refused(() -> two.fit(X, Map.of("out_a", X)), "y has no array for output \"out_b\" of the model");
    }

    @Test
    void f2b_targetsBesideBatchesAreRefused() {
        Sequential model = compiled();
        Dataset batches = Feeds.generator(Batch.of(X, Y));
        refused(
                () -> model.fit(batches, Y),
                "x must be an INDArray, a Java array of numbers, nested lists of numbers, or a list or map of these,"
                        + " but received a Dataset. It holds x and y already, so give it alone.");
        refused(
                () -> model.fit(new Noting(Batch.of(X, Y)), Y),
                "x must be an INDArray, a Java array of numbers, nested lists of numbers, or a list or map of these,"
                        + " but received a Sequence. Give Dataset.sequence(…) instead, without y.");
        refused(
                () -> model.fit(List.of(Batch.of(X, Y)).iterator(), Y),
                "x must be an INDArray, a Java array of numbers, nested lists of numbers, or a list or map of these,"
                        + " but received something that makes batches. Give Dataset.generator(…) instead, without y.");
    }

    @Test
    void f3a_batchesAre32RowsUnlessSaidOtherwise() {
        List<Integer> sizes = new ArrayList<>();
        compiled().fit(counted(100), counted(100), f -> f.callbacks(sizes(sizes)));
        assertThat(sizes).containsExactly(32, 32, 32, 4);
    }

    @Test
    void f3b_thereIsAnUpdateForEachBatch() {
        for (int[] c : new int[][] {{10, 3, 4}, {10, 5, 2}, {10, 10, 1}, {10, 64, 1}, {10, 1, 10}}) {
            Sequential model = compiled();
            model.fit(counted(c[0]), counted(c[0]), f -> f.batchSize(c[1]));
            assertThat(model.iterations()).isEqualTo(c[2]);
        }
        refused(() -> compiled().fit(X, Y, f -> f.batchSize(0)), "batchSize must be 1 or more, but received 0");
    }

    static Stream<Dataset> feeds() {
        return Stream.of(Feeds.generator(Batch.of(X, Y)), Dataset.sequence(new Noting(Batch.of(X, Y))));
    }

    private static void refusedFor(Dataset feed, Consumer<FitBuilder> option, String argument) {
        String kind = feed.toString().replace("Dataset of ", "");
        refused(
                () -> compiled().fit(feed, f -> option.accept(f.stepsPerEpoch(1))),
                argument + " is for arrays; it has no meaning for " + kind + ", whose batches are as they come");
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void f3c_aBatchSizeIsForArrays(Dataset feed) {
        refusedFor(feed, f -> f.batchSize(2), "batchSize");
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void f7e_aValidationSplitIsForArrays(Dataset feed) {
        refusedFor(feed, f -> f.validationSplit(0.5), "validationSplit");
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void f11d_sampleWeightsBesideBatchesAreRefused(Dataset feed) {
        refusedFor(feed, f -> f.sampleWeight(vector(1, 1, 1)), "sampleWeight");
    }

    @Test
    void f19_oldNamesOfOptions() {
        Sequential model = compiled();
        History history = model.fit(X, Y, f -> f.options(Map.of("nb_epoch", 3)));
        assertThat(history.epoch()).containsExactly(0, 1, 2);
        assertThat(history.warnings()).containsExactly("nb_epoch is the old name of epochs");
        refused(
                () -> model.fit(X, Y, f -> f.options(Map.of("show_accuracy", true))),
                "Unknown option \"show_accuracy\" of fit with value true; the only one by name is nb_epoch, an int");
        refused(
                () -> model.fit(X, Y, f -> f.options(Map.of("nb_epoch", "3"))),
                "Unknown option \"nb_epoch\" of fit with value 3; the only one by name is nb_epoch, an int");
    }

    @Test
    void f21_aModelThatIsNotCompiledIsRefused() {
        Sequential model = line(1);
        String message = "Model \"sequential\" is not compiled. Call compile(optimizer, loss) before fit.";
        tooEarly(() -> model.fit(X, Y), message);
        tooEarly(() -> model.fit(Feeds.generator(Batch.of(X, Y)), f -> f.stepsPerEpoch(1)), message);
        // before anything else is looked at
        tooEarly(() -> model.fit(column(1), column(1, 2)), message);
    }

    @Test
    void f22_dataThatDoNotFitAreRefusedAndChangeNothing() {
        Sequential model = compiled();
        refused(
                () -> model.fit(Fixtures.series(1, 2, 3), column(1)),
                "Model \"sequential\" expects x of shape (None, 1), but received shape (1, 3, 1). Mend the data, or begin the model with Input.of(3, 1).");
        refused(
                () -> model.fit(matrix(new double[] {1, 2}), column(1)),
                "Model \"sequential\" expects x of shape (None, 1), but received shape (1, 2). Mend the data, or begin the model with Input.of(2).");
        refused(
                () -> model.fit(X, matrix(new double[] {1, 2}, new double[] {1, 2}, new double[] {1, 2})),
                "Output \"line\" expects y of shape (None, 1) for its loss, but received shape (3, 2). Give the last layer 2 units, or y 1 columns.");
        refused(() -> model.fit(X, column(1, 2)), "x has 3 rows, but y has 2. Each sample needs its target.");
        refused(
                () -> model.fit(X, Y, f -> f.validationData(column(1, 2), column(1))),
                "validationData: x has 2 rows, but y has 1. Each sample needs its target.");
        assertThat(slope(model)).isEqualTo(1);
        assertThat(model.iterations()).isZero();
    }
}
