package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalInt;

/**
 * The weighted number of targets of 0 whose prediction is not above the threshold.
 *
 * @param thresholds from 0 to 1, one result each; default 0.5 alone (an empty list)
 */
public record TrueNegatives(List<Double> thresholds) implements CountMetric {
    public TrueNegatives {
        for (double t : thresholds) Check.between(0, 1, t, "thresholds");
        thresholds = List.copyOf(thresholds);
    }

    public static TrueNegatives of(Double... thresholds) {
        return new TrueNegatives(List.of(thresholds));
    }

    @Override
    public Confusion.View view() {
        return new Confusion.View(Thresholds.of(thresholds, 0.5), OptionalInt.empty(), OptionalInt.empty());
    }

    @Override
    public Tensor score(Confusion counts) {
        return counts.trueNegatives();
    }

    @Override
    public String name() {
        return "true_negatives";
    }
}
