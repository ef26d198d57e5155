package dev.sequential.layers;

import dev.sequential.activations.ActivationFunction;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Initializer;
import dev.sequential.initializers.Ones;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What an LSTM does with its gates, whatever products they come from. */
final class LongShortTerm {
    private LongShortTerm() {}

    /** {@code c = f·c + i·activation(c̃); h = o·activation(c)}: the output h, then the states h and c. */
    static List<Tensor> step(
            GatedCell cell, Tensor gates, Tensor before, ActivationFunction activation, ActivationFunction gate) {
        Tensor in = gate.apply(cell.gate(gates, 0));
        Tensor forget = gate.apply(cell.gate(gates, 1));
        Tensor c = forget.times(before).plus(in.times(activation.apply(cell.gate(gates, 2))));
        Tensor h = gate.apply(cell.gate(gates, 3)).times(activation.apply(c));
        return List.of(h, h, c);
    }

    /** A bias whose forget gate begins at 1. */
    static Initializer remembering(Initializer bias, int units) {
        Shape one = Shape.of(units);
        Shape two = Shape.of(2L * units);
        return (shape, random) -> Stream.of(
                        bias.values(one, random), Ones.of().values(one, random), bias.values(two, random))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
