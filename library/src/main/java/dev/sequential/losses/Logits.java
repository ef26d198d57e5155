package dev.sequential.losses;

import dev.sequential.engine.Reduce;
import dev.sequential.engine.Safe;
import dev.sequential.engine.Softmax;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Unary;

/**
 * Logarithms of probabilities. Where the operation that made the probabilities is known to be a softmax or a sigmoid,
 * they are computed from its input: the same value, but exact and with a useful gradient where a probability is nearly
 * 0 or 1. Other probabilities are kept away from 0 and 1 by {@link Safe#EPSILON}, beyond which there is no gradient.
 */
final class Logits {
    private Logits() {}

    /** {@code ln p} of classes along an axis. */
    static Tensor logSoftmax(Tensor yPred, boolean fromLogits, int axis) {
        if (fromLogits) return yPred.logSoftmax(axis);
        if (yPred.node().op() instanceof Softmax s && s.axis() == yPred.shape().axis(axis)) {
            return yPred.node().inputs().get(0).logSoftmax(axis);
        }
        return probabilities(yPred, axis).log();
    }

    /** Classes' probabilities with sum 1 along an axis, away from 0 and 1. */
    static Tensor probabilities(Tensor yPred, int axis) {
        return clip(yPred.dividedBy(yPred.fold(Reduce.Kind.SUM, true, axis)));
    }

    /** {@code -t ln p - (1 - t) ln(1 - p)} of each number. */
    static Tensor binaryCrossentropy(Tensor yTrue, Tensor yPred, boolean fromLogits) {
        Tensor logits = fromLogits ? yPred : sigmoidInput(yPred);
        if (logits != null) {
            Tensor ifOne = yTrue.times(logits.negate().softplus());
            return ifOne.plus(yTrue.from(1).times(logits.softplus()));
        }
        Tensor p = clip(yPred);
        Tensor likelihood =
                yTrue.times(p.log()).plus(yTrue.from(1).times(p.from(1).log()));
        return likelihood.negate();
    }

    private static Tensor sigmoidInput(Tensor yPred) {
        boolean sigmoid = yPred.node().op() instanceof Unary u && u.kind() == Unary.Kind.SIGMOID;
        return sigmoid ? yPred.node().inputs().get(0) : null;
    }

    private static Tensor clip(Tensor p) {
        return p.clip(Safe.EPSILON, 1 - Safe.EPSILON);
    }
}
