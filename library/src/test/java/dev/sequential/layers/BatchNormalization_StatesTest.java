package dev.sequential.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sequential.Input;
import dev.sequential.Layer;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.engine.Tensor;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Row X3 of the contract: moving statistics in training, inference and while frozen. */
class BatchNormalization_StatesTest {
    private static final INDArray X = Nd4j.createFromArray(new float[][] {{1}, {3}});

    private final Layer norm = BatchNormalization.of().named("norm");

    private double state(int index) {
        return norm.getWeights().get(index).getDouble(0);
    }

    private Sequential compiled() {
        Sequential model = Sequential.of(Input.of(1), norm);
        model.compile("sgd", "mse");
        return model;
    }

    @Test
    void trainingMovesThem() {
        Sequential model = compiled();
        assertThat(model.trainableWeights()).extracting(w -> w.name()).containsExactly("gamma", "beta");
        model.trainOnBatch(X, X);
        assertThat(state(2)).isCloseTo(0.02, within(1e-7));
        assertThat(state(3)).isCloseTo(1, within(1e-6));
    }

    @Test
    void otherPassesDoNot() {
        Sequential model = compiled();
        model.evaluate(X, X, e -> e.verbose(0));
        model.predict(X);
        model.testOnBatch(X, X);
        assertThat(state(2)).isZero();
        INDArray expected = X.div(Math.sqrt(1.001));
        assertThat(model.predict(X).equalsWithEps(expected, 1e-6)).isTrue();
    }

    @Test
    void frozenItIsAsInInference() {
        Sequential model = Sequential.of(Input.of(1), norm, Dense.of(1));
        norm.setTrainable(false);
        model.compile("sgd", "mse");
        model.trainOnBatch(X, X);
        assertThat(state(2)).isZero();
        assertThat(state(3)).isEqualTo(1);
        assertThat(state(0)).isEqualTo(1);
    }

    @Test
    void usedTwiceItMovesTwice() {
        Tensor x = Input.named("x", 1);
        Model model = Model.of(x, norm.apply(norm.apply(x)));
        model.compile("sgd", "mse");
        model.trainOnBatch(X, X);
        assertThat(state(2)).isCloseTo(0.02 * 0.99, within(1e-7));
    }
}
