package dev.sequential.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Layer;
import dev.sequential.LayerSpec;
import dev.sequential.Trace;
import dev.sequential.engine.DType;
import dev.sequential.engine.Kernels;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Program;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import dev.sequential.unit.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A normalisation that oneDNN does as a whole gives the numbers of its pieces, and so do its gradients. */
class Norms_WholeTest {
    private static final List<Shape> SHAPES = List.of(
            Shape.of(40, 32),
            Shape.of(3, 8, 48),
            Shape.of(6, 5, 7, 16),
            Shape.of(4, 3, 3, 2, 16),
            Shape.of(2, 64, 64, 16), // on all threads
            Shape.of(6, 5, 7, 10)); // too few channels for one vector

    static Stream<Arguments> layers() {
        List<LayerSpec> specs = new ArrayList<>();
        for (boolean scale : new boolean[] {false, true}) {
            for (boolean center : new boolean[] {false, true}) {
                specs.add(BatchNormalization.of(b -> b.scale(scale).center(center)));
                specs.add(LayerNormalization.of(l -> l.scale(scale).center(center)));
            }
        }
        return specs.stream().flatMap(l -> SHAPES.stream().map(s -> Arguments.of(l, s)));
    }

    /**
     * A layer on random input far from 0, new moving means and variances, and the gradients of a weighted sum of what
     * it gives, of which the last depend on themselves.
     */
    private static WholeRun run(LayerSpec spec, Shape shape, boolean twice) {
        Layer layer = Layer.of(spec);
        Random random = new Random(5);
        List<Tensor> inputs = new ArrayList<>();
        List<Values> values = new ArrayList<>();
        for (double middle : new double[] {4, 0}) {
            inputs.add(Tensor.of(new Placeholder("x", new Type(shape, DType.FLOAT32))));
            values.add(Values.of(
                    shape, random.doubles(shape.size(), middle - 1, middle + 1).toArray()));
        }
        Trace trace = new Trace(true);
        Tensor y = trace.call(layer, inputs.subList(0, 1)).get(0);
        layer.weights()
                .forEach(w ->
                        w.variable().assign(random.doubles(w.size(), 0.5, 2).toArray()));
        List<Tensor> results = new ArrayList<>(List.of(y));
        results.addAll(trace.updates().values());
        List<Tensor> targets = new ArrayList<>(List.of(inputs.get(0)));
        layer.trainableWeights().forEach(w -> targets.add(trace.read(w.variable())));
        Tensor sum = y.tanh().times(inputs.get(1)).sum();
        return WholeRun.of(inputs, values, results, sum, targets, twice);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void equalsItsPieces(LayerSpec layer, Shape shape) {
        run(layer, shape, false).checkEqualsItsPieces(2e-5);
    }

    @Test
    void hasGradientsOfGradients() {
        for (LayerSpec layer : List.of(BatchNormalization.of(), LayerNormalization.of())) {
            run(layer, Shape.of(4, 6, 16), true).checkEqualsItsPieces(5e-5);
        }
    }

    @Test
    void isWholeWhereItAppliesExactly() {
        assertThat(program(BatchNormalization.of(), 16)).contains("CompositeGradient");
        assertThat(program(LayerNormalization.of(), 16)).contains("CompositeGradient");
        assertThat(program(LayerNormalization.of(l -> l.axis(List.of(1, 2))), 16))
                .doesNotContain("Composite");
        assertThat(program(BatchNormalization.of(b -> b.axis(1)), 16)).doesNotContain("Composite");
        assertThat(program(BatchNormalization.of(), 10)).doesNotContain("Composite"); // no fast kernel
    }

    private static String program(LayerSpec layer, long channels) {
        return run(layer, Shape.of(4, 6, channels), false).describe();
    }

    @Test
    void makesNoGarbage() {
        for (LayerSpec layer : List.of(BatchNormalization.of(), LayerNormalization.of())) {
            try (Program program = run(layer, Shape.of(4, 6, 16), false).program()) {
                assertThat(Kernels.allocated(program::run)).as("%s", layer).isZero();
            }
        }
    }
}
