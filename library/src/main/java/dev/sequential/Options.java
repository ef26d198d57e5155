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

    static List<Callback> callbacks(List<Callback> callbacks) {
        for (Callback callback : callbacks) Check.notNull(callback, "callback");
        return List.copyOf(callbacks);
    }
}
