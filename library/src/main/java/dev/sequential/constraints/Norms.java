package dev.sequential.constraints;

import dev.sequential.engine.Safe;
import dev.sequential.engine.Tensor;
import java.util.List;

/** L2 lengths along axes. */
final class Norms {
    private Norms() {}

    static Tensor of(Tensor weight, List<Integer> axis) {
        return Safe.norm(weight, axis.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The weight with its lengths changed to those desired. */
    static Tensor scaled(Tensor weight, Tensor norms, Tensor desired) {
        return weight.times(desired.dividedBy(norms.plus(Safe.EPSILON)));
    }
}
