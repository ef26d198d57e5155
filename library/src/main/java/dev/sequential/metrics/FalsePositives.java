package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalInt;

/**
 * The weighted number of targets of 0 whose prediction is above the threshold.
 *
 * @param thresholds from 0 to 1, one result each; default 0.5 alone (an empty list)
 */
public record FalsePositives(List<Double> thresholds) implements CountMetric {
    public FalsePositives {
        for (double t : thresholds) Check.between(0, 1, t, "thresholds");
        thresholds = List.copyOf(thresholds);
    }

    public static FalsePositives of(Double... thresholds) {
        return new FalsePositives(List.of(thresholds));
    }

    @Override
    public Confusion.View view() {
        return new Confusion.View(Thresholds.of(thresholds, 0.5), OptionalInt.empty(), OptionalInt.empty());
    }

    @Override
    public Tensor score(Confusion counts) {
        return counts.falsePositives();
    }

    @Override
    public String name() {
        return "false_positives";
    }
}
