package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Names;
import dev.sequential.engine.Registry;
import java.util.Locale;
import java.util.Set;

/** Keras's optimizers by name; capitals do not matter. */
public final class Optimizers {
    private static final Registry<Optimizer> NAMES = new Registry<Optimizer>("optimizer")
            .add(SGD.of(), "sgd")
            .add(RMSprop.of(), "rmsprop")
            .add(Adam.of(), "adam")
            .add(AdamW.of(), "adamw")
            .add(Adamax.of(), "adamax")
            .add(Nadam.of(), "nadam")
            .add(Adagrad.of(), "adagrad")
            .add(Adadelta.of(), "adadelta")
            .add(Adafactor.of(), "adafactor")
            .add(Ftrl.of(), "ftrl")
            .add(Lion.of(), "lion")
            .add(Lamb.of(), "lamb")
            .add(ScheduleFreeAdamW.of(), "schedulefreeadamw");

    private Optimizers() {}

    /**
     * The optimizer Keras calls by this name, with its default options.
     *
     * @throws IllegalArgumentException if the name is not known; the message says the nearest
     */
    public static Optimizer of(String name) {
        String key = Check.notNull(name, "optimizer").toLowerCase(Locale.ROOT);
        if (!NAMES.has(key)) throw Names.unknown("optimizer", name, names());
        return NAMES.of(key);
    }

    /** All names that {@link #of} knows, in small letters. */
    public static Set<String> names() {
        return NAMES.names();
    }
}
