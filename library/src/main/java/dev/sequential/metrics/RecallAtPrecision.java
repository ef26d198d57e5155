package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The best recall of any threshold that reaches a precision, 0 if there is none.
 *
 * @param precision what must be reached, from 0 to 1
 * @param numThresholds how many thresholds from 0 to 1 are tried; default 200
 * @param classId only this class is looked at; all by default
 */
@Config
public record RecallAtPrecision(double precision, int numThresholds, OptionalInt classId) implements CountMetric {
    public RecallAtPrecision {
        Check.between(0, 1, precision, "precision");
        Check.atLeast(1, numThresholds, "numThresholds");
        Confusion.checkClass(classId);
    }

    public static RecallAtPrecision of(double precision) {
        return new RecallAtPrecision(precision, 200, OptionalInt.empty());
    }

    /** With options. */
    public static RecallAtPrecision of(double precision, Consumer<RecallAtPrecisionBuilder> options) {
        RecallAtPrecisionBuilder builder = RecallAtPrecisionBuilder.builder(of(precision));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Confusion.View view() {
        return new Confusion.View(Thresholds.even(numThresholds), OptionalInt.empty(), classId);
    }

    @Override
    public Tensor score(Confusion counts) {
        return Confusion.best(counts.recall(), counts.precision(), precision);
    }

    @Override
    public String name() {
        return "recall_at_precision";
    }
}
