package dev.sequential.metrics;

import dev.sequential.engine.Safe;
import dev.sequential.engine.Tensor;

/** The points of a curve, one a threshold, thresholds rising. */
record Curves(Tensor x, Tensor y) {

    static Curves of(AUC.Curve curve, Confusion counts) {
        return switch (curve) {
            case ROC -> new Curves(falseAlarms(counts), counts.recall());
            case PR -> new Curves(counts.recall(), counts.precision());
            case PRGAIN -> gains(counts);
        };
    }

    private static Tensor falseAlarms(Confusion counts) {
        return Safe.divide(counts.falsePositives(), counts.falsePositives().plus(counts.trueNegatives()));
    }

    private static Curves gains(Confusion c) {
        Tensor found = c.truePositives();
        Tensor odds =
                Safe.divide(found.plus(c.falseNegatives()), c.trueNegatives().plus(c.falsePositives()));
        Tensor nothing = found.equalTo(0);
        Tensor recallGain = odds.times(Safe.divide(c.falseNegatives(), found)).from(1);
        Tensor precisionGain =
                odds.times(Safe.divide(c.falsePositives(), found)).from(1);
        return new Curves(
                nothing.select(found.like(0), recallGain).maximum(0), nothing.select(found.like(1), precisionGain));
    }

    /**
     * Areas between the points of the precision-recall curve, along which true positives rise in proportion to all
     * positives (Davis and Goadrich, 2006).
     */
    static Tensor precisionRecall(Confusion c) {
        Tensor positives = c.truePositives().plus(c.falsePositives());
        Tensor left = before(positives);
        Tensor right = after(positives);
        Tensor found = after(c.truePositives());
        Tensor gained = before(c.truePositives()).minus(found);
        Tensor slope = Safe.divide(gained, left.minus(right).maximum(0));
        Tensor intercept = found.minus(slope.times(right));
        Tensor both = left.greaterThan(0).times(right.greaterThan(0));
        Tensor ratio = both.select(Safe.divide(left, right.maximum(0)), left.like(1));
        Tensor area = slope.times(gained.plus(intercept.times(ratio.log())));
        return Safe.divide(area, found.plus(after(c.falseNegatives())).maximum(0));
    }

    /** All points but the last. */
    static Tensor before(Tensor points) {
        return points.slice(0, 0, points.dim(0) - 1);
    }

    /** All points but the first. */
    static Tensor after(Tensor points) {
        return points.slice(0, 1, points.dim(0));
    }
}
