package dev.sequential.layers;

import static dev.sequential.unit.ArrayAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Layer;
import dev.sequential.Trace;
import dev.sequential.activations.Activations;
import dev.sequential.engine.Backends;
import dev.sequential.engine.DType;
import dev.sequential.engine.Gradients;
import dev.sequential.engine.Kernels;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Program;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import dev.sequential.initializers.RandomUniform;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private record Run(List<Tensor> inputs, List<Values> values, List<Tensor> results) {
        static Run of(Recurrent spec, boolean twice) {
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
            List<Tensor> results = new ArrayList<>(trace.call(layer, inputs));
            layer.weights()
                    .forEach(w -> w.variable()
                            .assign(random.doubles(w.size(), -0.5, 0.5).toArray()));
            List<Tensor> targets = new ArrayList<>(inputs);
            layer.weights().forEach(w -> targets.add(trace.read(w.variable())));
            Tensor sum = results.stream()
                    .map(r -> r.square().sum())
                    .reduce(Tensor::plus)
                    .get();
            List<Tensor> gradients = Gradients.of(sum, targets);
            results.addAll(gradients);
            if (twice) {
                Tensor squares = gradients.stream()
                        .map(g -> g.square().sum())
                        .reduce(Tensor::plus)
                        .get();
                results.addAll(Gradients.of(squares, targets));
            }
            return new Run(inputs, values, results);
        }

        List<Values> on(String backend) {
            return Compute.run(backend, inputs, values, results, Map.of());
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void equalsItsPieces(Recurrent layer) {
        Run run = Run.of(layer, false);
        List<Values> pieces = run.on("nd4j");
        List<Values> whole = run.on("auto");
        for (int i = 0; i < pieces.size(); i++) assertClose("result " + i, whole.get(i), pieces.get(i), 1e-5);
    }

    @Test
    void hasGradientsOfGradients() {
        for (Recurrent layer : List.of(LSTM.of(4), GRU.of(4))) {
            Run run = Run.of(layer, true);
            List<Values> pieces = run.on("nd4j");
            List<Values> whole = run.on("auto");
            for (int i = 0; i < pieces.size(); i++) assertClose("result " + i, whole.get(i), pieces.get(i), 5e-5);
        }
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
        Run run = Run.of(layer, false);
        try (Program program = Program.compile(run.inputs(), run.results(), Map.of(), Backends.of("auto"))) {
            return program.describe();
        }
    }

    @Test
    void makesNoGarbage() {
        for (Recurrent layer : List.of(LSTM.of(UNITS), GRU.of(UNITS), LSTM.of(UNITS, l -> l.recurrentDropout(0.5)))) {
            Run run = Run.of(layer, false);
            try (Program program = Program.compile(run.inputs(), run.results(), Map.of(), Backends.of("auto"))) {
                assertThat(Kernels.allocated(program::run)).as("%s", layer).isZero();
            }
        }
    }
}
