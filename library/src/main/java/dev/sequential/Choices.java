package dev.sequential;

import dev.sequential.data.Each;
import dev.sequential.engine.Check;
import dev.sequential.losses.Loss;
import dev.sequential.losses.Losses;
import dev.sequential.metrics.Metric;
import dev.sequential.metrics.Metrics;
import dev.sequential.training.Auto;
import dev.sequential.training.NamedMetric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Losses and metrics as users give them: by name or as they are. */
final class Choices {
    private Choices() {}

    static Loss loss(Object given) {
        if (given instanceof Loss loss) return loss;
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
        boolean each = given.stream().anyMatch(List.class::isInstance);
        return each ? new Each.Ordered<>(given.stream().map(Choices::list).toList()) : new Each.All<>(list(given));
    }

    static <A, B> Map<String, B> mapped(Map<String, A> given, Function<? super A, B> choice) {
        Map<String, B> all = new LinkedHashMap<>();
        given.forEach((name, value) -> all.put(name, value == null ? null : choice.apply(value)));
        return all;
    }
}
