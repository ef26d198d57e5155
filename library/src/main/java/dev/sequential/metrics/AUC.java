package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Safe;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Area under a curve that the counts of right and wrong answers describe as the threshold moves; an approximation by
 * {@code numThresholds} points.
 *
 * @param numThresholds 2 or more; default 200
 * @param curve default {@code ROC}
 * @param summationMethod how the area between points is taken; default {@code INTERPOLATION}
 * @param thresholds points of your own, from 0 to 1, instead of {@code numThresholds} (an empty list)
 * @param multiLabel whether the area is taken for each label and averaged; default false
 * @param numLabels how many labels there are; only for {@code multiLabel}, and not needed
 * @param labelWeights weights of the labels in the average; all equal by default (an empty list)
 * @param fromLogits whether predictions are scores before the sigmoid; default false
 */
@Config
public record AUC(
        int numThresholds,
        Curve curve,
        SummationMethod summationMethod,
        List<Double> thresholds,
        boolean multiLabel,
        OptionalInt numLabels,
        List<Double> labelWeights,
        boolean fromLogits)
        implements Metric {

    /** What is drawn. */
    public enum Curve {
        /** Recall over the rate of false alarms. */
        ROC,
        /** Precision over recall. */
        PR,
        /** Precision gain over recall gain (Flach and Kull, 2015). */
        PRGAIN
    }

    /** How the area between two points is taken. */
    public enum SummationMethod {
        /** A trapezium; for {@code PR} the curve between the points (Davis and Goadrich, 2006). */
        INTERPOLATION,
        /** The higher point counts. */
        MAJORING,
        /** The lower point counts. */
        MINORING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AUC {
        Check.atLeast(2, numThresholds, "numThresholds");
        Check.notNull(curve, "curve");
        Check.notNull(summationMethod, "summationMethod");
        for (double t : thresholds) Check.between(0, 1, t, "thresholds");
        thresholds = List.copyOf(thresholds);
        labelWeights = List.copyOf(labelWeights);
        Check.that(numLabels.isEmpty() || multiLabel, "numLabels is needed only with multiLabel");
    }

    /** With the defaults. */
    public static AUC of() {
        return new AUC(
                200, Curve.ROC, SummationMethod.INTERPOLATION, List.of(), false, OptionalInt.empty(), List.of(), false);
    }

    /** With options. */
    public static AUC of(Consumer<AUCBuilder> options) {
        AUCBuilder builder = AUCBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        return area(counts(yTrue, yPred, null));
    }

    @Override
    public void update(States states, Tensor yTrue, Tensor yPred, Tensor weight) {
        Confusion counts = counts(yTrue, yPred, weight);
        counts.addTo(states);
    }

    private Confusion counts(Tensor yTrue, Tensor yPred, Tensor weight) {
        Tensor p = fromLogits ? yPred.sigmoid() : yPred;
        Check.that(
                !multiLabel || p.rank() == 2,
                "auc with multiLabel expects predictions of shape (batch, labels), but received %s",
                p.shape());
        Confusion.View view =
                new Confusion.View(used(), OptionalInt.empty(), OptionalInt.empty(), multiLabel, labelWeights);
        return Confusion.of(yTrue, p, weight, view, name());
    }

    private Thresholds used() {
        if (!thresholds.isEmpty()) return Thresholds.enclosed(thresholds);
        return Thresholds.enclosed(IntStream.range(1, numThresholds - 1)
                .mapToObj(i -> i / (numThresholds - 1.0))
                .toList());
    }

    @Override
    public Tensor result(States states) {
        Shape shape = Shape.of(used().size());
        if (multiLabel) {
            shape = shape.and(Shape.of(numLabels.isPresent() ? numLabels.getAsInt() : Shape.UNKNOWN));
        }
        return area(Confusion.in(states, shape));
    }

    private Tensor area(Confusion counts) {
        Tensor terms = curve == Curve.PR && summationMethod == SummationMethod.INTERPOLATION
                ? Curves.precisionRecall(counts)
                : riemann(Curves.of(curve, counts));
        if (!multiLabel) return terms.sum();
        Tensor byLabel = terms.sum(0);
        if (labelWeights.isEmpty()) return byLabel.mean();
        Tensor weights = Confusion.vector(labelWeights, byLabel.dtype());
        return Safe.divide(byLabel.times(weights).sum(), weights.sum());
    }

    private Tensor riemann(Curves points) {
        Tensor left = Curves.before(points.y());
        Tensor right = Curves.after(points.y());
        Tensor heights = switch (summationMethod) {
            case INTERPOLATION -> left.plus(right).times(0.5);
            case MINORING -> left.minimum(right);
            case MAJORING -> left.maximum(right);
        };
        return Curves.before(points.x()).minus(Curves.after(points.x())).times(heights);
    }

    @Override
    public String name() {
        return "auc";
    }
}
