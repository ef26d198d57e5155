package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The best specificity of any threshold that reaches a sensitivity (recall), 0 if there is none.
 *
 * @param sensitivity what must be reached, from 0 to 1
 * @param numThresholds how many thresholds from 0 to 1 are tried; default 200
 * @param classId only this class is looked at; all by default
 */
@Config
public record SpecificityAtSensitivity(double sensitivity, int numThresholds, OptionalInt classId)
        implements CountMetric {
    public SpecificityAtSensitivity {
        Check.between(0, 1, sensitivity, "sensitivity");
        Check.atLeast(1, numThresholds, "numThresholds");
        Confusion.checkClass(classId);
    }

    public static SpecificityAtSensitivity of(double sensitivity) {
        return new SpecificityAtSensitivity(sensitivity, 200, OptionalInt.empty());
    }

    /** With options. */
    public static SpecificityAtSensitivity of(double sensitivity, Consumer<SpecificityAtSensitivityBuilder> options) {
        SpecificityAtSensitivityBuilder builder = SpecificityAtSensitivityBuilder.builder(of(sensitivity));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Confusion.View view() {
        return new Confusion.View(Thresholds.even(numThresholds), OptionalInt.empty(), classId);
    }

    @Override
    public Tensor score(Confusion counts) {
        return Confusion.best(counts.specificity(), counts.recall(), sensitivity);
    }

    @Override
    public String name() {
        return "specificity_at_sensitivity";
    }
}
