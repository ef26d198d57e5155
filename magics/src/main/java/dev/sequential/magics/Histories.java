package dev.sequential.magics;

import dev.sequential.History;
import dev.sequential.Model;
import dev.sequential.Sequential;
import java.util.Collection;
import java.util.List;

/** Histories as arguments of magics: of which training, and which of its numbers. */
final class Histories {
    static final Parameter METRICS = Parameter.optionWithWords("--metrics", "only these numbers, such as accuracy");

    /** What a variable that holds a model may be declared as. */
    static final List<Class<?>> MODELS = List.of(Model.class, Sequential.class);

    private Histories() {}

    /** Variables that hold a model or a history. */
    static Collection<String> choices(Parameter parameter, Scope scope) {
        return parameter.isOption() ? List.of() : scope.names(List.of(Model.class, Sequential.class, History.class));
    }

    /** The history that an expression holds itself or as a model, with the metrics that the user asked for. */
    static History of(String expression, Arguments arguments, Scope scope) {
        Object value = scope.value(expression, List.of(Model.class, History.class), "a model or a history");
        History history = value instanceof Model model ? model.history() : (History) value;
        List<String> metrics = arguments.words(METRICS.name());
        return metrics.isEmpty() ? history : history.only(metrics.toArray(String[]::new));
    }
}
