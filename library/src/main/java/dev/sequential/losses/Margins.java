package dev.sequential.losses;

import dev.sequential.engine.Tensor;

/** What hinge losses have in common. */
final class Margins {
    private Margins() {}

    /** {@code max(1 - t p, 0)}; targets that are all 0 or 1 in the whole batch become -1 and 1. */
    static Tensor of(Tensor yTrue, Tensor yPred, String loss) {
        Tensor y = Targets.like(yPred, yTrue, loss);
        Tensor binary = y.equalTo(0).plus(y.equalTo(1)).min();
        Tensor signs = binary.select(y.affine(2, -1), y);
        return signs.times(yPred).from(1).maximum(0);
    }
}
