package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Connectionist temporal classification: minus the logarithm of the probability that a sequence of scores, read step by
 * step with repetitions and blanks left out, spells the labels (Graves et al., 2006). Class 0 is the blank; labels shorter
 * than the others are filled up with 0. Shapes: labels {@code (batch, length)}, scores before the softmax
 * {@code (batch, time, classes)} → {@code (batch)}.
 *
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
public record CTC(Reduction reduction) implements Loss {
    /** Logarithm of a probability that may as well be 0. */
    private static final double NEVER = -1e5;

    public CTC {
        Check.notNull(reduction, "reduction");
    }

    /** With the default reduction. */
    public static CTC of() {
        return of(Reduction.SUM_OVER_BATCH_SIZE);
    }

    public static CTC of(Reduction reduction) {
        return new CTC(reduction);
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Check.that(
                yTrue.rank() == 2 && yPred.rank() == 3,
                "ctc expects labels of shape (batch, length) and scores of shape (batch, time, classes), but received %s and %s",
                yTrue.shape(),
                yPred.shape());
        Tensor labels = yTrue.cast(yPred.dtype());
        Tensor path = withBlanks(labels);
        Tensor steps = scores(path, yPred);
        Tensor leap = leaps(path);
        Tensor reached = at(path, 0, 2).select(at(steps, 0), path.like(NEVER));
        for (long t = 1; t < yPred.dim(1); t++) {
            Tensor one = shifted(reached, 1);
            Tensor two = shifted(reached, 2).plus(leap);
            reached = logSumExp(List.of(reached, one, two)).plus(at(steps, t));
        }
        return ending(labels, reached).negate();
    }

    /** Blank, first label, blank, second label, …, blank. */
    private static Tensor withBlanks(Tensor labels) {
        return labels.pad(new long[] {0, 1}, new long[] {0, 1}, new long[] {0, 1}, 0);
    }

    /** Logarithm of the probability of each place of the path at each step: {@code (batch, time, places)}. */
    private static Tensor scores(Tensor path, Tensor yPred) {
        Tensor chosen = path.cast(DType.INT32).oneHot(yPred.dim(-1), yPred.dtype());
        return yPred.logSoftmax(-1).matmul(chosen, false, true);
    }

    /** 0 where a blank before may be left out, far below where not: at blanks and at a label that repeats the last. */
    private static Tensor leaps(Tensor path) {
        Tensor before = path.pad(new long[] {0, 2}, new long[] {0, 0}, 0).slice(1, 0, path.dim(1));
        return path.equalTo(0).maximum(path.equalTo(before)).times(NEVER);
    }

    private static Tensor shifted(Tensor reached, long by) {
        long places = reached.dim(1);
        if (places <= by) return reached.zerosLike().plus(NEVER);
        return reached.slice(1, 0, places - by).pad(new long[] {0, by}, new long[] {0, 0}, NEVER);
    }

    private static Tensor at(Tensor steps, long t) {
        return steps.slice(1, t, t + 1).squeeze(1);
    }

    /** 1 at the places {@code from} to {@code to} (exclusive) of the path. */
    private static Tensor at(Tensor path, long from, long to) {
        double[] values = new double[Math.toIntExact(path.dim(1))];
        for (int i = 0; i < values.length; i++) values[i] = i >= from && i < to ? 1 : 0;
        return Tensor.constant(values, Shape.of(1, values.length), path.dtype());
    }

    /** What has reached the last label or the blank after it. */
    private static Tensor ending(Tensor labels, Tensor reached) {
        Tensor last = labels.equalTo(0).not().sum(1).times(2);
        Tensor blank = last.cast(DType.INT32).oneHot(reached.dim(1), reached.dtype());
        Tensor label = last.minus(1).cast(DType.INT32).oneHot(reached.dim(1), reached.dtype());
        List<Tensor> ends = new ArrayList<>();
        for (Tensor end : List.of(blank, label)) {
            ends.add(end.select(reached, reached.like(NEVER)).max(1));
        }
        return logSumExp(ends);
    }

    private static Tensor logSumExp(List<Tensor> terms) {
        Tensor largest = terms.stream().reduce(Tensor::maximum).orElseThrow().detach();
        Tensor sum = terms.stream()
                .map(term -> term.minus(largest).exp())
                .reduce(Tensor::plus)
                .orElseThrow();
        return sum.log().plus(largest);
    }
}
