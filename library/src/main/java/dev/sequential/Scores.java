package dev.sequential;

import dev.sequential.engine.Check;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Loss and metrics of an evaluation or of one batch, in the order of {@code model.metricsNames()}. */
public final class Scores {
    private final Map<String, Double> values;

    /** Numbers by name, the loss first. */
    public Scores(Map<String, Double> values) {
        Check.that(!values.isEmpty(), "values of Scores must not be empty");
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The loss: what training makes small, penalties included. */
    public double loss() {
        return values.values().iterator().next();
    }

    /** The number of this name; an unknown name is an error that lists the known ones. */
    public double get(String name) {
        Double value = values.get(name);
        Check.that(value != null, "No score \"%s\"; there are %s", name, values.keySet());
        return value;
    }

    /** All numbers, in the order of {@code model.metricsNames()}. */
    public List<Double> values() {
        return List.copyOf(values.values());
    }

    /** All numbers by name, in the order of {@code model.metricsNames()}. */
    public Map<String, Double> asMap() {
        return values;
    }

    /** The loss of a model without metrics; with some there is no single number. */
    public double scalar() {
        Check.state(values.size() == 1, "There are %d scores, not one: %s", values.size(), values.keySet());
        return loss();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Scores s && values.equals(s.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%s: %.4f", e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
    }
}
