package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How many of the predicted are right: {@code TP / (TP + FP)}, 0 if none are predicted.
 *
 * @param thresholds from 0 to 1, one result each; default 0.5 alone, with {@code topK} none (an empty list)
 * @param topK only the k largest predictions of a sample may count as yes; off by default
 * @param classId only this class is looked at; all by default
 */
@Config
public record Precision(List<Double> thresholds, OptionalInt topK, OptionalInt classId) implements CountMetric {
    public Precision {
        for (double t : thresholds) Check.between(0, 1, t, "thresholds");
        thresholds = List.copyOf(thresholds);
        Check.that(topK.isEmpty() || topK.getAsInt() > 0, "topK must be 1 or more, but received %s", topK);
        Confusion.checkClass(classId);
    }

    /** With the defaults. */
    public static Precision of() {
        return new Precision(List.of(), OptionalInt.empty(), OptionalInt.empty());
    }

    /** With options. */
    public static Precision of(Consumer<PrecisionBuilder> options) {
        PrecisionBuilder builder = PrecisionBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Confusion.View view() {
        return Confusion.View.of(thresholds, topK, classId);
    }

    @Override
    public Tensor score(Confusion counts) {
        return counts.precision();
    }

    @Override
    public String name() {
        return "precision";
    }
}
