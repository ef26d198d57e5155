package dev.sequential.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Compile;
import dev.sequential.Dataset;
import dev.sequential.Evaluate;
import dev.sequential.Fit;
import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Policy;
import dev.sequential.Sequential;
import dev.sequential.data.Datasets;
import dev.sequential.data.Examples;
import dev.sequential.engine.Precision;
import dev.sequential.engine.RoundedProducts;
import dev.sequential.engine.Shape;
import dev.sequential.engine.nd4j.Nd4jBackend;
import dev.sequential.layers.Bidirectional;
import dev.sequential.layers.Conv2D;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Flatten;
import dev.sequential.layers.LSTM;
import dev.sequential.layers.MaxPooling2D;
import dev.sequential.layers.Reshape;
import dev.sequential.layers.TimeDistributed;
import dev.sequential.optimizers.Adam;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Trainings under mixed_bfloat16, whose products are rounded as on a CPU that multiplies bfloat16. */
class Policy_TrainingTest {
    private final RoundedProducts rounded = new RoundedProducts();

    @AfterEach
    void float32Again() {
        Sequential.setDtypePolicy("float32");
    }

    private Trainer trainer(Model model) {
        return new Trainer(
                model,
                (of, compiled, memory) -> new StepPrograms(of, compiled, memory, List.of(rounded, new Nd4jBackend())),
                () -> 1,
                System::nanoTime);
    }

    private double accuracy(Model model) {
        Examples.Split digits = Datasets.digits().split(0.25, 1);
        Trainer trainer = trainer(model);
        trainer.compile(Compile.of(c -> c.optimizer(Adam.of(0.003))
                .loss("sparse_categorical_crossentropy")
                .metrics("accuracy")));
        trainer.fit(
                Dataset.of(digits.train().x().div(16), digits.train().y()),
                Fit.of(f -> f.batchSize(32).epochs(8).verbose(0)));
        return trainer.evaluate(
                        Dataset.of(digits.test().x().div(16), digits.test().y()), Evaluate.of(e -> e.verbose(0)))
                .get("accuracy");
    }

    private static Model convolutions(Policy policy) {
        Sequential.seed(1);
        Sequential.setDtypePolicy(policy);
        return Sequential.of(
                Input.of(64),
                Reshape.of(8, 8, 1),
                Conv2D.of(16, 3, "relu"),
                Conv2D.of(32, 3, "relu"),
                MaxPooling2D.of(2),
                Flatten.of(),
                Dense.of(64, "relu"),
                Dense.of(10, "softmax").dtype("float32"));
    }

    @Test
    void learnsToReadAsWellAsInFloat32() {
        double mixed = accuracy(convolutions(Policy.mixedBfloat16()));
        assertThat(rounded.products(Precision.BFLOAT16)).isPositive();
        double full = accuracy(convolutions(Policy.float32()));
        assertThat(mixed).isGreaterThan(full - 0.01);
    }

    @Test
    void eachLayersProductsFollowItsPolicy() {
        Sequential.setDtypePolicy("mixed_bfloat16");
        step(Sequential.of(Input.of(4), Dense.of(3), Dense.of(2).dtype("float32")), 4);
        // The first layer needs no gradient for what it is given.
        assertThat(rounded.products(Precision.BFLOAT16)).isEqualTo(2);
        assertThat(rounded.products(Precision.FULL)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32", "mixed_bfloat16"})
    void layersWithinLayersFollowThePolicyOfTheOuterOne(String policy) {
        step(Sequential.of(Input.of(5, 4), Bidirectional.of(LSTM.of(2)).dtype(policy)), 5, 4);
        step(Sequential.of(Input.of(5, 4), TimeDistributed.of(Dense.of(4)).dtype(policy)), 5, 4);
        assertThat(rounded.products(Precision.BFLOAT16) > 0).isEqualTo(policy.equals("mixed_bfloat16"));
        assertThat(rounded.products(Precision.FULL) > 0).isEqualTo(policy.equals("float32"));
    }

    @Test
    void aLayerWithinAnotherMayHaveItsOwn() {
        step(Sequential.of(Input.of(5, 4), TimeDistributed.of(Dense.of(4).dtype("mixed_bfloat16"))), 5, 4);
        assertThat(rounded.products(Precision.BFLOAT16)).isPositive();
        assertThat(rounded.products(Precision.FULL)).isZero();
    }

    private void step(Model model, long... sample) {
        Trainer trainer = trainer(model);
        trainer.compile(Compile.of(c -> c.optimizer("sgd").loss("mse")));
        INDArray x = Nd4j.ones(Shape.of(3).and(Shape.of(sample)).dims());
        trainer.fit(Dataset.of(x, model.predict(x)), Fit.of(f -> f.batchSize(3).verbose(0)));
    }
}
