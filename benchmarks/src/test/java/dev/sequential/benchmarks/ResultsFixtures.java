package dev.sequential.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Made-up results. */
final class ResultsFixtures {
    private ResultsFixtures() {}

    static Timing timing(Measure measure, String contender, Double... values) {
        return new Timing("mlp_b32", measure, contender, List.of(values));
    }

    static Limit limit(double ms) {
        return new Limit("mlp_b32", Measure.FIT, new Work(4e8, 1e6), ms);
    }

    /** A run of this library and one peer. */
    static Results results() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("sequential", "Sequential on JDK 17");
        versions.put("keras-jax", "Keras 3 on jax 1");
        return new Results(
                "2026-11-27",
                new Machine("Some CPU", 2, 350e9, 20e9),
                2,
                versions,
                List.of(
                        timing(Measure.FIT, "sequential", 1.0, 1.25),
                        timing(Measure.FIT, "keras-jax", 3.0, 2.0),
                        timing(Measure.HEAP, "sequential", 0.5),
                        timing(Measure.HEAP, "keras-jax")),
                List.of(limit(0.5)),
                Map.of());
    }
}
