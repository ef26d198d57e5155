package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Safe;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.losses.Targets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Counts of right and wrong answers at each of some thresholds, weighted: each of shape {@code (thresholds)}, or
 * {@code (thresholds, labels)} if labels are counted one by one.
 */
record Confusion(Tensor truePositives, Tensor falsePositives, Tensor trueNegatives, Tensor falseNegatives) {

    /** Which predictions are looked at, and against what they are compared. */
    record View(
            Thresholds thresholds,
            OptionalInt topK,
            OptionalInt classId,
            boolean multiLabel,
            List<Double> labelWeights) {
        View(Thresholds thresholds, OptionalInt topK, OptionalInt classId) {
            this(thresholds, topK, classId, false, List.of());
        }

        /** At the given thresholds; without any at 0.5 or, of the best {@code topK}, at each. */
        static View of(List<Double> thresholds, OptionalInt topK, OptionalInt classId) {
            return new View(Thresholds.of(thresholds, topK.isPresent() ? Thresholds.LOWEST : 0.5), topK, classId);
        }
    }

    /** Refuses negative class numbers. */
    static void checkClass(OptionalInt classId) {
        Check.that(classId.isEmpty() || classId.getAsInt() >= 0, "classId must be 0 or more, but received %s", classId);
    }

    /** The best {@code score} among the thresholds at which {@code constrained} is at least so much, 0 if there is none. */
    static Tensor best(Tensor score, Tensor constrained, double least) {
        return constrained
                .greaterOrEqual(least)
                .select(score, constrained.like(0))
                .maximum(0)
                .max();
    }

    /** The counts of one batch. */
    static Confusion of(Tensor yTrue, Tensor yPred, Tensor weight, View view, String metric) {
        Tensor p = yPred;
        Tensor t = Targets.like(p, yTrue, metric);
        if (view.topK.isPresent()) p = topK(p, view.topK.getAsInt());
        if (view.classId.isPresent()) {
            int id = view.classId.getAsInt();
            Check.that(
                    p.rank() > 1 && id < p.dim(-1),
                    "%s of class %d expects predictions of at least %d classes, but received shape %s",
                    metric,
                    id,
                    id + 1,
                    yPred.shape());
            p = p.slice(-1, id, id + 1);
            t = t.slice(-1, id, id + 1);
        }
        Tensor yes = t.equalTo(0).not();
        Tensor ones = weights(weight, p, view);
        Tensor positive = yes.times(ones);
        Tensor negative = yes.not().times(ones);
        return view.multiLabel ? byLabel(p, positive, negative, view) : together(p, positive, negative, view);
    }

    private static Confusion together(Tensor p, Tensor positive, Tensor negative, View view) {
        Tensor above = view.thresholds.above(p.reshape(1, p.shape().size()), Shape.of(-1, 1));
        Tensor both = positive.reshape(-1, 1).concat(1, negative.reshape(-1, 1));
        Tensor found = above.matmul(both);
        Tensor truePositives = found.slice(1, 0, 1).squeeze(-1);
        Tensor falsePositives = found.slice(1, 1, 2).squeeze(-1);
        return new Confusion(
                truePositives,
                falsePositives,
                negative.sum().minus(falsePositives),
                positive.sum().minus(truePositives));
    }

    private static Confusion byLabel(Tensor p, Tensor positive, Tensor negative, View view) {
        Tensor above = view.thresholds.above(p.expandDims(0), Shape.of(-1, 1, 1));
        Tensor truePositives = above.times(positive).sum(1);
        Tensor falsePositives = above.times(negative).sum(1);
        return new Confusion(
                truePositives,
                falsePositives,
                negative.sum(0).minus(falsePositives),
                positive.sum(0).minus(truePositives));
    }

    /** A weight for each prediction. */
    private static Tensor weights(Tensor weight, Tensor p, View view) {
        Tensor ones = p.onesLike();
        if (weight != null) {
            Tensor w = weight.cast(p.dtype());
            while (w.rank() < p.rank()) w = w.expandDims(-1);
            while (w.rank() > p.rank() && w.dim(-1) == 1) w = w.squeeze(-1);
            ones = ones.times(w);
        }
        if (view.multiLabel || view.labelWeights.isEmpty()) return ones;
        return ones.times(vector(view.labelWeights, p.dtype()));
    }

    /** The k largest of each sample; the others become lower than any threshold. Of equal ones the first counts. */
    private static Tensor topK(Tensor p, int k) {
        int length = Math.toIntExact(p.dim(-1));
        double[] earlier = IntStream.range(0, length * length)
                .mapToDouble(i -> i % length < i / length ? 1 : 0)
                .toArray();
        Tensor one = p.expandDims(-1);
        Tensor other = p.expandDims(-2);
        Tensor tie = other.equalTo(one).times(Tensor.constant(earlier, Shape.of(length, length), p.dtype()));
        Tensor better = other.greaterThan(one).plus(tie).sum(-1);
        return better.lessThan(k).select(p, p.like(Thresholds.LOWEST));
    }

    static Tensor vector(List<Double> numbers, DType dtype) {
        return Tensor.constant(
                numbers.stream().mapToDouble(Double::doubleValue).toArray(), Shape.of(numbers.size()), dtype);
    }

    /** Adds the counts to a metric's states of the same names. */
    void addTo(Metric.States states) {
        Means.add(states, "true_positives", truePositives);
        Means.add(states, "false_positives", falsePositives);
        Means.add(states, "true_negatives", trueNegatives);
        Means.add(states, "false_negatives", falseNegatives);
    }

    /** What the states hold. */
    static Confusion in(Metric.States states, Shape shape) {
        return new Confusion(
                states.get("true_positives", shape),
                states.get("false_positives", shape),
                states.get("true_negatives", shape),
                states.get("false_negatives", shape));
    }

    /** {@code TP / (TP + FN)}, 0 if there are none. */
    Tensor recall() {
        return Safe.divide(truePositives, truePositives.plus(falseNegatives));
    }

    /** {@code TP / (TP + FP)}, 0 if there are none. */
    Tensor precision() {
        return Safe.divide(truePositives, truePositives.plus(falsePositives));
    }

    /** {@code TN / (TN + FP)}, 0 if there are none. */
    Tensor specificity() {
        return Safe.divide(trueNegatives, trueNegatives.plus(falsePositives));
    }
}
