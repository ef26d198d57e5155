package dev.sequential;

import dev.sequential.callbacks.Callback;
import dev.sequential.engine.Check;
import java.util.List;
import java.util.OptionalInt;

/** Checks that the options of several calls share. */
final class Options {
    private Options() {}

    static void atLeastOne(OptionalInt value, String argument) {
        Check.notNull(value, argument);
        if (value.isPresent()) Check.atLeast(1, value.getAsInt(), argument);
    }

    static void verbose(int verbose) {
        Check.that(
                verbose >= 0 && verbose <= 2,
                "verbose must be 0 (silent), 1 (a bar) or 2 (a line an epoch), but received %d",
                verbose);
    }

    /** Batches that come one after another; arrays are refused. */
    static Dataset feed(Dataset data, String method) {
        Check.that(
                data instanceof Dataset.Batches,
                "%s takes Dataset.generator(…) or Dataset.sequence(…), but received %s. Arrays are for %s.",
                method,
                data,
                method.replace("Generator", ""));
        return data;
    }

    static int verbose(String verbose) {
        Check.that("auto".equals(verbose), "verbose must be 0, 1, 2 or \"auto\", but received \"%s\"", verbose);
        return 1;
    }

    static List<Callback> callbacks(List<? extends Callback> callbacks) {
        for (Callback callback : Check.notNull(callbacks, "callbacks")) Check.notNull(callback, "callback");
        return List.copyOf(callbacks);
    }
}
