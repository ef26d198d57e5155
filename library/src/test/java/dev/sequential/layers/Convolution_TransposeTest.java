package dev.sequential.layers;

import static dev.sequential.unit.ArrayAsserts.assertClose;

import dev.sequential.Layer;
import dev.sequential.Trace;
import dev.sequential.engine.DType;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Transposed convolutions of every size, stride, dilation and padding: the full result, cut as the contract says. */
class Convolution_TransposeTest {
    record Case(String backend, Padding padding, int size, int stride, int dilation, Optional<Integer> outputPadding) {
        int reach() {
            return (size - 1) * dilation + 1;
        }

        int length(int inputs) {
            int whole = padding == Padding.SAME ? inputs * stride : (inputs - 1) * stride + Math.max(reach(), stride);
            int odd = padding == Padding.SAME ? reach() % 2 : reach();
            return outputPadding.map(p -> (inputs - 1) * stride + odd + p).orElse(whole);
        }

        int cut() {
            if (padding == Padding.VALID) return 0;
            int both = outputPadding.map(p -> reach() + reach() % 2 - 2 + p).orElse(stride + reach() - 2);
            return reach() - 1 - Math.min((both + 1) / 2, reach() - 1);
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String backend : Compute.BACKENDS) {
            for (Padding padding : List.of(Padding.VALID, Padding.SAME)) {
                for (int size = 1; size <= 5; size++) {
                    for (int stride = 1; stride <= 3; stride++) {
                        for (int dilation = 1; dilation <= (stride == 1 ? 2 : 1); dilation++) {
                            cases.add(new Case(backend, padding, size, stride, dilation, Optional.empty()));
                            for (int p = 0; p < stride; p++) {
                                cases.add(new Case(backend, padding, size, stride, dilation, Optional.of(p)));
                            }
                        }
                    }
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTheFullResultCut(Case c) {
        int inputs = 4;
        double[] x = new Random(1).doubles(inputs, -1, 1).toArray();
        double[] kernel = new Random(2).doubles(c.size(), -1, 1).toArray();
        double[] full = new double[inputs * c.stride() + c.reach() + 10];
        for (int i = 0; i < inputs; i++) {
            for (int t = 0; t < c.size(); t++) full[i * c.stride() + t * c.dilation()] += x[i] * kernel[t];
        }
        double[] expected = Arrays.copyOfRange(full, c.cut(), c.cut() + c.length(inputs));

        Layer layer = Layer.of(Conv1DTranspose.of(
                1,
                c.size(),
                o -> o.padding(c.padding())
                        .strides(List.of(c.stride()))
                        .dilationRate(List.of(c.dilation()))
                        .outputPadding(c.outputPadding().map(List::of))
                        .useBias(false)));
        Tensor in = Tensor.of(new Placeholder("x", new Type(Shape.of(1, inputs, 1), DType.FLOAT32)));
        List<Tensor> out = new Trace(false).call(layer, List.of(in));
        layer.weights().get(0).variable().assign(kernel);
        Values given = Values.of(Shape.of(1, inputs, 1), x);
        Values result = Compute.run(c.backend(), List.of(in), List.of(given), out, Map.of())
                .get(0);
        assertClose("result", result, Values.of(Shape.of(1, expected.length, 1), expected), 1e-6);
    }
}
