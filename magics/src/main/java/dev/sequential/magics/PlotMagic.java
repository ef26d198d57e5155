package dev.sequential.magics;

import dev.sequential.History;
import dev.sequential.display.Show;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Draws trainings over each other. */
record PlotMagic() implements Magic {
    @Override
    public Usage usage() {
        return Usage.of(
                "plot",
                "Draws the last trainings of several models over each other.",
                "Show.plot(Map.of(\"a\", a.history(), \"b\", b.history()))",
                Parameter.words("MODEL", "variables that hold models or histories"),
                Histories.METRICS);
    }

    @Override
    public Collection<String> choices(Parameter parameter, Scope scope) {
        return Histories.choices(parameter, scope);
    }

    @Override
    public Object run(Arguments arguments, Scope scope) {
        Map<String, History> histories = new LinkedHashMap<>();
        for (String name : arguments.words("MODEL")) histories.put(name, Histories.of(name, arguments, scope));
        return Show.plot(histories);
    }
}
