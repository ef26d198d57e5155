package dev.sequential.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The maps that callbacks and {@code History} get. */
final class Logs {
    private Logs() {}

    /** Nothing known yet. */
    static Map<String, Double> none() {
        return new LinkedHashMap<>();
    }

    /** Numbers by their names, each with {@code prefix} before it. */
    static Map<String, Double> of(String prefix, List<String> names, double[] values) {
        Map<String, Double> logs = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) logs.put(prefix + names.get(i), values[i]);
        return logs;
    }

    /** What is known when a batch begins. */
    static Map<String, Double> batch(int batch, int rows) {
        Map<String, Double> logs = new LinkedHashMap<>();
        logs.put("batch", (double) batch);
        logs.put("size", (double) rows);
        return logs;
    }
}
