package dev.sequential.saving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Call;
import dev.sequential.Input;
import dev.sequential.LayerSpec;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Initializer;
import dev.sequential.initializers.Ones;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Lambda;
import dev.sequential.losses.Loss;
import dev.sequential.metrics.Metric;
import dev.sequential.optimizers.Optimizer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Records of one's own are saved and loaded through a table that the caller gives, and only so. */
class Custom_RegistryTest {
    /** A layer with a weight. */
    record Scale(double start, Initializer initializer) implements LayerSpec {
        @Override
        public Tensor call(Call call, Tensor x) {
            return x.times(call.weight("scale", Shape.of(x.dim(-1)), initializer))
                    .times(start);
        }
    }

    /** An initializer. */
    record Sevens(double value) implements Initializer {
        @Override
        public double[] values(Shape shape, RandomGenerator random) {
            double[] values = new double[(int) shape.size()];
            Arrays.fill(values, value);
            return values;
        }
    }

    /** A loss. */
    record Cubed(double power) implements Loss {
        @Override
        public Tensor call(Tensor yTrue, Tensor yPred) {
            return yTrue.minus(yPred).abs().power(power).mean(-1);
        }
    }

    /** A metric. */
    record Signs(double weight) implements Metric {
        @Override
        public Tensor call(Tensor yTrue, Tensor yPred) {
            return yTrue.times(yPred).greaterThan(0).times(weight).mean(-1);
        }
    }

    /** An optimizer with a slot. */
    record Heavy(double learningRate, double momentum) implements Optimizer {
        @Override
        public Tensor update(Update u, Tensor weight, Tensor gradient) {
            Tensor velocity = u.slot("velocity").times(momentum).minus(gradient.times(u.learningRate()));
            u.set("velocity", velocity);
            return weight.plus(velocity);
        }
    }

    private static final KerasConfig MINE = KerasConfig.standard()
            .with(new Scale(1, Ones.of()))
            .with(new Sevens(7))
            .with(new Cubed(3))
            .with(new Signs(1))
            .with(new Heavy(0.1, 0.5));

    private final INDArray x = Nd4j.linspace(1, 8, 8).reshape(4, 2);
    private final INDArray y = Nd4j.ones(4, 1);

    @TempDir
    private Path folder;

    private static Model model() {
        Model model = Sequential.of(
                Input.of(2),
                new Scale(0.5, new Sevens(3)).named("mine"),
                Dense.of(1).named("out"));
        model.compile(c -> c.optimizer("adam").loss(new Cubed(2.5)).metrics(new Signs(2)));
        return model;
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.keras", "model.h5"})
    void comeBackWithTheTable(String name) {
        Model model = model();
        model.fit(x, y, f -> f.verbose(0));
        Path file = folder.resolve(name);
        model.save(file, MINE);
        Model again = Model.load(file, MINE);
        assertThat(again.getLayer("mine").spec()).isEqualTo(new Scale(0.5, new Sevens(3)));
        assertThat(again.predict(x)).isEqualTo(model.predict(x));
        assertThat(again.trainOnBatch(x, y).values())
                .isEqualTo(model.trainOnBatch(x, y).values());
        assertThat(again.getWeights()).isEqualTo(model.getWeights());
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.keras", "model.h5"})
    void anOptimizerGoesOnWhereItStopped(String name) {
        Model model = model();
        model.compile(new Heavy(0.01, 0.9), "mse");
        model.fit(x, y, f -> f.epochs(3).verbose(0));
        Path file = folder.resolve(name);
        model.save(file, MINE);
        Model again = Model.load(file, MINE);
        assertThat(again.trainOnBatch(x, y).values())
                .isEqualTo(model.trainOnBatch(x, y).values());
        assertThat(again.getWeights()).isEqualTo(model.getWeights());
    }

    @Test
    void areRefusedOnLoadingWithoutIt() {
        Path file = folder.resolve("model.keras");
        model().save(file, MINE);
        assertThatThrownBy(() -> Model.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + " cannot be loaded: Layer \"mine\": Unknown layer spec \"Scale\".");
    }

    @Test
    void areRefusedOnSavingWithoutIt() {
        Path file = folder.resolve("model.keras");
        assertThatThrownBy(() -> model().save(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Layer \"mine\" cannot be saved.")
                .hasMessageContaining("Register it with KerasConfig.with(Scale)");
        assertThat(folder).isEmptyDirectory();
        Model plain = Sequential.of(Input.of(2), Dense.of(1));
        plain.compile(c -> c.optimizer("sgd").loss(new Cubed(2)));
        assertThatThrownBy(() -> plain.save(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The loss that the model is compiled with cannot be saved.");
    }

    @Test
    void lambdasAreNeverSaved() {
        Model model = Sequential.of(Input.of(2), Lambda.of(t -> t.times(2)).named("double"));
        assertThatThrownBy(() -> model.save(folder.resolve("model.keras")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("\"double\"")
                .hasMessageContaining("Make it a record that implements LayerSpec");
        Model other = Sequential.of(Input.of(2), Dense.of(1));
        other.compile(c -> c.optimizer("sgd")
                .loss((Loss) (yTrue, yPred) -> yTrue.minus(yPred).mean(-1)));
        assertThatThrownBy(() -> other.save(folder.resolve("model.keras")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a lambda cannot");
    }

    @Test
    void theJsonTakesTheTableToo() {
        Model again = Model.fromJson(model().toJson(MINE), MINE);
        assertThat(again.getLayer("mine").spec()).isEqualTo(new Scale(0.5, new Sevens(3)));
    }
}
