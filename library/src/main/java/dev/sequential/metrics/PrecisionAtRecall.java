package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The best precision of any threshold that reaches a recall, 0 if there is none.
 *
 * @param recall what must be reached, from 0 to 1
 * @param numThresholds how many thresholds from 0 to 1 are tried; default 200
 * @param classId only this class is looked at; all by default
 */
@Config
public record PrecisionAtRecall(double recall, int numThresholds, OptionalInt classId) implements CountMetric {
    public PrecisionAtRecall {
        Check.between(0, 1, recall, "recall");
        Check.atLeast(1, numThresholds, "numThresholds");
        Confusion.checkClass(classId);
    }

    public static PrecisionAtRecall of(double recall) {
        return new PrecisionAtRecall(recall, 200, OptionalInt.empty());
    }

    /** With options. */
    public static PrecisionAtRecall of(double recall, Consumer<PrecisionAtRecallBuilder> options) {
        PrecisionAtRecallBuilder builder = PrecisionAtRecallBuilder.builder(of(recall));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Confusion.View view() {
        return new Confusion.View(Thresholds.even(numThresholds), OptionalInt.empty(), classId);
    }

    @Override
    public Tensor score(Confusion counts) {
        return Confusion.best(counts.precision(), counts.recall(), recall);
    }

    @Override
    public String name() {
        return "precision_at_recall";
    }
}
