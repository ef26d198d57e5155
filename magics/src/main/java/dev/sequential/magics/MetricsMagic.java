package dev.sequential.magics;

import dev.sequential.display.Show;

/** Compares trainings. */
record MetricsMagic() implements Magic {
    @Override
    public Usage usage() {
        return Usage.of(
                "metrics",
                "Compares all trainings of this notebook in a table, each by its best epoch.",
                "Show.trainings()");
    }

    @Override
    public Object run(Arguments arguments, Scope scope) {
        return Show.trainings();
    }
}
