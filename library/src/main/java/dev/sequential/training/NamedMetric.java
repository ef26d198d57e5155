package dev.sequential.training;

import dev.sequential.engine.Check;
import dev.sequential.metrics.Metric;

/**
 * A metric of one output under the name it has in logs and in {@code History}.
 *
 * @param name the whole key, such as {@code accuracy} or, with several outputs, {@code out_a_accuracy}
 * @param metric what it measures
 */
public record NamedMetric(String name, Metric metric) {
    public NamedMetric {
        Check.notNull(name, "name");
        Check.notNull(metric, "metric");
    }
}
