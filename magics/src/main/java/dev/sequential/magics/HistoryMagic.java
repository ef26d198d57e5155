package dev.sequential.magics;

import dev.sequential.display.Show;
import java.util.Collection;

/** Draws a training. */
record HistoryMagic() implements Magic {
    @Override
    public Usage usage() {
        return Usage.of(
                "history",
                "Draws how a model's last training went.",
                "Show.plot(model.history().only(\"accuracy\"))",
                Parameter.word("MODEL", "a variable that holds a model or a history"),
                Histories.METRICS);
    }

    @Override
    public Collection<String> choices(Parameter parameter, Scope scope) {
        return Histories.choices(parameter, scope);
    }

    @Override
    public Object run(Arguments arguments, Scope scope) {
        return Show.plot(Histories.of(arguments.word("MODEL"), arguments, scope));
    }
}
