package dev.sequential;

import dev.sequential.data.Each;
import dev.sequential.engine.Check;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Class weights as the options hold them. */
final class ClassWeights {
    private ClassWeights() {}

    static Map<Integer, Double> of(Map<Integer, ? extends Number> given) {
        Map<Integer, Double> weights = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : Check.notNull(given, "classWeight").entrySet()) {
            Check.that(
                    entry.getKey() instanceof Integer && entry.getValue() instanceof Number,
                    "classWeight must have a number for each class number, but received %s for %s",
                    entry.getValue(),
                    entry.getKey());
            weights.put((Integer) entry.getKey(), ((Number) entry.getValue()).doubleValue());
        }
        return Map.copyOf(weights);
    }

    /** Those of each output in order. */
    static Each<Map<Integer, Double>> of(List<? extends Map<Integer, ? extends Number>> given) {
        List<Map<Integer, Double>> each = new ArrayList<>();
        Check.notNull(given, "classWeight").forEach(weights -> each.add(weights == null ? null : of(weights)));
        return new Each.Ordered<>(each);
    }

    /** Adds the weights of one output to those of others. */
    static Each<Map<Integer, Double>> with(
            Optional<Each<Map<Integer, Double>>> others, String output, Map<Integer, ? extends Number> given) {
        Map<String, Map<Integer, Double>> all = new LinkedHashMap<>();
        if (others.orElse(null) instanceof Each.Named<Map<Integer, Double>> named) all.putAll(named.values());
        all.put(output, of(given));
        return new Each.Named<>(all);
    }
}
