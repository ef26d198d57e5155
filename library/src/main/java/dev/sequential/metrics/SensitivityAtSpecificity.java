package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The best sensitivity (recall) of any threshold that reaches a specificity, 0 if there is none.
 *
 * @param specificity what must be reached, from 0 to 1
 * @param numThresholds how many thresholds from 0 to 1 are tried; default 200
 * @param classId only this class is looked at; all by default
 */
@Config
public record SensitivityAtSpecificity(double specificity, int numThresholds, OptionalInt classId)
        implements CountMetric {
    public SensitivityAtSpecificity {
        Check.between(0, 1, specificity, "specificity");
        Check.atLeast(1, numThresholds, "numThresholds");
        Confusion.checkClass(classId);
    }

    public static SensitivityAtSpecificity of(double specificity) {
        return new SensitivityAtSpecificity(specificity, 200, OptionalInt.empty());
    }

    /** With options. */
    public static SensitivityAtSpecificity of(double specificity, Consumer<SensitivityAtSpecificityBuilder> options) {
        SensitivityAtSpecificityBuilder builder = SensitivityAtSpecificityBuilder.builder(of(specificity));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Confusion.View view() {
        return new Confusion.View(Thresholds.even(numThresholds), OptionalInt.empty(), classId);
    }

    @Override
    public Tensor score(Confusion counts) {
        return Confusion.best(counts.recall(), counts.specificity(), specificity);
    }

    @Override
    public String name() {
        return "sensitivity_at_specificity";
    }
}
