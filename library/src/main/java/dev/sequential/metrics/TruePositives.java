package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalInt;

/**
 * The weighted number of targets of 1 whose prediction is above the threshold.
 *
 * @param thresholds from 0 to 1, one result each; default 0.5 alone (an empty list)
 */
public record TruePositives(List<Double> thresholds) implements CountMetric {
    public TruePositives {
        for (double t : thresholds) Check.between(0, 1, t, "thresholds");
        thresholds = List.copyOf(thresholds);
    }

    public static TruePositives of(Double... thresholds) {
        return new TruePositives(List.of(thresholds));
    }

    @Override
    public Confusion.View view() {
        return new Confusion.View(Thresholds.of(thresholds, 0.5), OptionalInt.empty(), OptionalInt.empty());
    }

    @Override
    public Tensor score(Confusion counts) {
        return counts.truePositives();
    }

    @Override
    public String name() {
        return "true_positives";
    }
}
