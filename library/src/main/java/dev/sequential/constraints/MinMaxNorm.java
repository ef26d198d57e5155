package dev.sequential.constraints;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.function.Consumer;

/**
 * Moves lengths into an interval, at once or bit by bit: {@code w d / (1e-7 + ‖w‖)} with
 * {@code d = rate clip(‖w‖, min, max) + (1 - rate) ‖w‖}.
 *
 * @param minValue smallest L2 length, 0 or more; default 0
 * @param maxValue largest L2 length, not below the smallest; default 1
 * @param rate how much of the way is gone in one step, from 0 to 1; default 1
 * @param axis along which lengths are taken; default 0, for convolution kernels {@code [0, 1, 2]}
 */
@Config
public record MinMaxNorm(double minValue, double maxValue, double rate, List<Integer> axis) implements Constraint {
    public MinMaxNorm {
        Check.notNegative(minValue, "minValue");
        Check.that(
                maxValue >= minValue,
                "maxValue must be %s or more, as minValue is, but received %s",
                minValue,
                maxValue);
        Check.between(0, 1, rate, "rate");
        axis = List.copyOf(axis);
    }

    /** With the defaults. */
    public static MinMaxNorm of() {
        return new MinMaxNorm(0, 1, 1, List.of(0));
    }

    /** With options. */
    public static MinMaxNorm of(Consumer<MinMaxNormBuilder> options) {
        MinMaxNormBuilder builder = MinMaxNormBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor project(Tensor weight) {
        Tensor norms = Norms.of(weight, axis);
        Tensor desired = norms.clip(minValue, maxValue).times(rate);
        if (rate != 1) desired = desired.plus(norms.times(1 - rate));
        return Norms.scaled(weight, norms, desired);
    }
}
