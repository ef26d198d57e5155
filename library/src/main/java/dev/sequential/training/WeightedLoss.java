package dev.sequential.training;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import dev.sequential.losses.Loss;
import dev.sequential.losses.Reduction;

/** Makes one number of a batch's loss values, sample weights and mask (contract 9.1). */
final class WeightedLoss {
    private WeightedLoss() {}

    /**
     * The loss of a batch.
     *
     * @param weight sample weights {@code (batch)} or {@code (batch, time)}, or null for none
     * @param mask 0 and 1 of the same shape, or null; masked values do not count at all
     */
    static Tensor of(Loss loss, Tensor yTrue, Tensor yPred, Tensor weight, Tensor mask) {
        Check.that(
                loss.reduction() != Reduction.NONE,
                "A loss with reduction NONE leaves no single number to train on; choose SUM_OVER_BATCH_SIZE or SUM");
        Tensor values = loss.call(yTrue, yPred);
        Tensor own = loss.mask(yTrue, values);
        Tensor counts = mask == null || own == null ? (mask == null ? own : mask) : both(own, mask, values);
        return loss.reduction().reduce(values, weight, counts);
    }

    private static Tensor both(Tensor own, Tensor mask, Tensor values) {
        Tensor counts = Reduction.NONE.reduce(values.onesLike(), own, null);
        return Reduction.NONE.reduce(counts, mask, null);
    }
}
