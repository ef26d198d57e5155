package dev.sequential.magics;

import dev.sequential.Model;
import java.util.Collection;

/** Shows a model's layers. */
record SummaryMagic() implements Magic {
    private static final String NESTED = "--expand-nested";

    @Override
    public Usage usage() {
        return Usage.of(
                "summary",
                "Shows a model's layers, shapes and numbers of weights.",
                "model.summary(s -> s.expandNested(true))",
                Parameter.word("MODEL", "a model's variable"),
                Parameter.flag(NESTED, "shows the layers of models inside too"));
    }

    @Override
    public Collection<String> choices(Parameter parameter, Scope scope) {
        return scope.names(Histories.MODELS);
    }

    @Override
    public Object run(Arguments arguments, Scope scope) {
        Model model = scope.value(arguments.word("MODEL"), Model.class, "a model");
        return model.summary(s -> s.expandNested(arguments.has(NESTED)));
    }
}
