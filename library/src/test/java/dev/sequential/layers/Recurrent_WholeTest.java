package dev.sequential.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Layer;
import dev.sequential.Trace;
import dev.sequential.activations.Activations;
import dev.sequential.engine.DType;
import dev.sequential.engine.Kernels;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Program;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import dev.sequential.initializers.RandomUniform;
import dev.sequential.unit.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An LSTM or GRU that oneDNN does as a whole gives the numbers of its pieces, and so do its gradients. */
class Recurrent_WholeTest {
    private static final int TIME = 7;
    private static final int BATCH = 5;
    private static final int FEATURES = 6;
    private static final int UNITS = 20;

    static Stream<Recurrent> layers() {
        List<Recurrent> all = new ArrayList<>();
        for (boolean sequences : new boolean[] {false, true}) {
            for (boolean backwards : new boolean[] {false, true}) {
                for (boolean bias : new boolean[] {false, true}) {
                    all.add(LSTM.of(
                            UNITS,
                            l -> l.returnSequences(sequences)
                                    .goBackwards(backwards)
                                    .useBias(bias)
                                    .returnState(true)
                                    .biasInitializer(RandomUniform.of())));
                    all.add(GRU.of(
                            UNITS,
                            g -> g.returnSequences(sequences)
                                    .goBackwards(backwards)
                                    .useBias(bias)
                                    .returnState(true)
                                    .biasInitializer(RandomUniform.of())));
                }
            }
        }
        all.add(LSTM.of(UNITS, l -> l.dropout(0.5)));
        return all.stream();
    }

    /** A layer on random input with random states to begin with, and the gradients of a weighted sum of its results. */
    private static WholeRun run(Recurrent spec, boolean twice) {
        Layer layer = Layer.of(spec);
        Random random = new Random(3);
        List<Tensor> inputs = new ArrayList<>();
        List<Values> values = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>(List.of(Shape.of(BATCH, TIME, FEATURES)));
        for (int size : spec.cell().stateSizes()) shapes.add(Shape.of(BATCH, size));
        for (Shape shape : shapes) {
            inputs.add(Tensor.of(new Placeholder("x", new Type(shape, DType.FLOAT32))));
            values.add(Values.of(shape, random.doubles(shape.size(), -1, 1).toArray()));
        }
        Trace trace = new Trace(true);
        List<Tensor> results = trace.call(layer, inputs);
        layer.weights()
                .forEach(w ->
                        w.variable().assign(random.doubles(w.size(), -0.5, 0.5).toArray()));
        List<Tensor> targets = new ArrayList<>(inputs);
        layer.weights().forEach(w -> targets.add(trace.read(w.variable())));
        Tensor sum =
                results.stream().map(r -> r.square().sum()).reduce(Tensor::plus).get();
        return WholeRun.of(inputs, values, results, sum, targets, twice);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void equalsItsPieces(Recurrent layer) {
        run(layer, false).checkEqualsItsPieces(1e-5);
    }

    @Test
    void hasGradientsOfGradients() {
        for (Recurrent layer : List.of(LSTM.of(4), GRU.of(4))) run(layer, true).checkEqualsItsPieces(5e-5);
    }

    @Test
    void isWholeWhereItAppliesExactly() {
        assertThat(program(LSTM.of(UNITS))).contains("Composite").doesNotContain("Scan");
        assertThat(program(GRU.of(UNITS))).contains("Composite").doesNotContain("Scan");
        assertThat(program(LSTM.of(UNITS, l -> l.recurrentDropout(0.1)))).contains("Scan");
        assertThat(program(GRU.of(UNITS, g -> g.resetAfter(false)))).contains("Scan");
        assertThat(program(LSTM.of(UNITS, l -> l.activation(Activations.RELU)))).contains("Scan");
        assertThat(program(SimpleRNN.of(UNITS))).contains("Scan");
    }

    private static String program(Recurrent layer) {
        return run(layer, false).describe();
    }

    @Test
    void makesNoGarbage() {
        for (Recurrent layer : List.of(LSTM.of(UNITS), GRU.of(UNITS), LSTM.of(UNITS, l -> l.recurrentDropout(0.5)))) {
            try (Program program = run(layer, false).program()) {
                assertThat(Kernels.allocated(program::run)).as("%s", layer).isZero();
            }
        }
    }
}
