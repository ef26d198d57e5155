package dev.sequential.training;

import dev.sequential.engine.Check;
import dev.sequential.engine.Safe;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.losses.Loss;

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
        Tensor values = loss.call(yTrue, yPred);
        Tensor counts = both(aligned(mask, values), aligned(loss.mask(yTrue), values));
        if (counts != null) values = values.times(counts);
        Tensor weights = aligned(weight, values);
        if (weights != null) values = values.times(weights);
        Tensor sum = values.sum();
        return switch (loss.reduction()) {
            case SUM -> sum;
            case SUM_OVER_BATCH_SIZE ->
                counts == null
                        ? sum.dividedBy((double) values.shape().size())
                        : Safe.divide(sum, spread(counts, values).sum());
            case MEAN_WITH_SAMPLE_WEIGHT -> {
                Tensor all = both(weights, counts);
                yield all == null
                        ? sum.dividedBy((double) values.shape().size())
                        : Safe.divide(sum, spread(all, values).sum());
            }
            case NONE ->
                throw new IllegalArgumentException(
                        "A loss with reduction NONE leaves no single number to train on; choose SUM_OVER_BATCH_SIZE or SUM");
        };
    }

    /** Weights of fewer axes get axes of length 1 at the end; one superfluous axis of length 1 goes. */
    static Tensor aligned(Tensor weight, Tensor values) {
        if (weight == null) return null;
        Tensor w = weight.cast(values.dtype());
        if (w.rank() == values.rank() + 1 && w.dim(-1) == 1) w = w.squeeze(-1);
        while (w.rank() < values.rank()) w = w.expandDims(-1);
        Check.that(
                w.rank() == values.rank()
                        && Shape.broadcast(w.shape(), values.shape()).equals(values.shape()),
                "Sample weights of shape %s do not fit loss values of shape %s",
                weight.shape(),
                values.shape());
        return w;
    }

    private static Tensor both(Tensor a, Tensor b) {
        return a == null ? b : b == null ? a : a.times(b);
    }

    private static Tensor spread(Tensor weight, Tensor like) {
        return weight.broadcastTo(like.shape());
    }
}
