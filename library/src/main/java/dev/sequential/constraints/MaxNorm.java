package dev.sequential.constraints;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * Shortens what is longer than allowed: {@code w clip(‖w‖, 0, max) / (1e-7 + ‖w‖)}.
 *
 * @param maxValue largest L2 length, 0 or more; default 2
 * @param axis along which lengths are taken; default 0, for convolution kernels {@code [0, 1, 2]}
 */
public record MaxNorm(double maxValue, List<Integer> axis) implements Constraint {
    public MaxNorm {
        Check.notNegative(maxValue, "maxValue");
        axis = List.copyOf(axis);
    }

    public static MaxNorm of() {
        return of(2);
    }

    public static MaxNorm of(double maxValue, Integer... axis) {
        return new MaxNorm(maxValue, axis.length == 0 ? List.of(0) : List.of(axis));
    }

    @Override
    public Tensor project(Tensor weight) {
        Tensor norms = Norms.of(weight, axis);
        return Norms.scaled(weight, norms, norms.clip(0, maxValue));
    }
}
