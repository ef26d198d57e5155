package dev.sequential;

import dev.sequential.data.Each;
import dev.sequential.data.TargetTensor;
import dev.sequential.engine.Check;
import dev.sequential.losses.Loss;
import dev.sequential.losses.Losses;
import dev.sequential.metrics.Metric;
import dev.sequential.metrics.Metrics;
import dev.sequential.training.Auto;
import dev.sequential.training.NamedMetric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Losses and metrics as users give them: by name or as they are. */
final class Choices {
    private Choices() {}

    static Loss loss(Object given) {
        if (given instanceof Loss loss) return loss;
        if (Configs.is(given)) return Configs.read(given, Loss.class);
        Check.that(
                given instanceof String,
                "A loss must be a name, a Loss or a lambda, but received %s",
                given == null ? null : given.getClass().getSimpleName());
        Auto open = Auto.loss((String) given);
        return open == null ? Losses.of((String) given) : open;
    }

    /** A name stays the key in logs as it was given. */
    static NamedMetric metric(Object given) {
        if (given instanceof Metric metric) return new NamedMetric(metric.name(), metric);
        if (Configs.is(given)) return metric(Configs.read(given, Metric.class));
        Check.that(
                given instanceof String,
                "A metric must be a name, a Metric or a lambda, but received %s",
                given == null ? null : given.getClass().getSimpleName());
        String name = (String) given;
        Auto open = Auto.metric(name);
        return new NamedMetric(name, open == null ? Metrics.of(name) : open);
    }

    static List<NamedMetric> list(Object given) {
        return given instanceof List<?> several
                ? several.stream().map(Choices::metric).toList()
                : List.of(metric(given));
    }

    static Each<List<NamedMetric>> metrics(List<?> given) {
        Check.notNull(given, "metrics");
        boolean each = given.stream().anyMatch(List.class::isInstance);
        return each ? new Each.Ordered<>(given.stream().map(Choices::list).toList()) : new Each.All<>(list(given));
    }

    /** "temporal" or null, which is as it is. */
    static String sampleWeightMode(String given) {
        Check.that(
                given == null || given.equals("temporal"),
                "sampleWeightMode must be \"temporal\" or null, but received \"%s\"",
                given);
        return given;
    }

    static Each<TargetTensor> targetTensors(Object given) {
        Check.notNull(given, "targetTensors");
        if (given instanceof Map<?, ?> map) {
            Map<String, TargetTensor> named = new LinkedHashMap<>();
            map.forEach((name, value) -> named.put(String.valueOf(name), TargetTensor.of(value)));
            return new Each.Named<>(named);
        }
        if (given instanceof List<?> list && !(list.get(0) instanceof Number)) {
            List<TargetTensor> ordered = new ArrayList<>();
            list.forEach(value -> ordered.add(value == null ? null : TargetTensor.of(value)));
            return new Each.Ordered<>(ordered);
        }
        return new Each.All<>(TargetTensor.of(given));
    }

    /** A factor of a loss; raw lists and maps may hold anything. */
    static double lossWeight(Object given) {
        Check.that(
                given instanceof Number,
                "lossWeights must be numbers, but received %s",
                given == null ? null : given.getClass().getSimpleName());
        return ((Number) given).doubleValue();
    }

    static <A, B> Map<String, B> mapped(Map<String, A> given, String argument, Function<? super A, B> choice) {
        Map<String, B> all = new LinkedHashMap<>();
        Check.notNull(given, argument)
                .forEach((name, value) -> all.put(name, value == null ? null : choice.apply(value)));
        return all;
    }
}
