package dev.sequential.constraints;

import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * Makes lengths 1: {@code w / (1e-7 + ‖w‖)}.
 *
 * @param axis along which L2 lengths are taken; default 0, for convolution kernels {@code [0, 1, 2]}
 */
public record UnitNorm(List<Integer> axis) implements Constraint {
    public UnitNorm {
        axis = List.copyOf(axis);
    }

    public static UnitNorm of(Integer... axis) {
        return new UnitNorm(axis.length == 0 ? List.of(0) : List.of(axis));
    }

    @Override
    public Tensor project(Tensor weight) {
        Tensor norms = Norms.of(weight, axis);
        return Norms.scaled(weight, norms, norms.like(1));
    }
}
