package dev.sequential.regularizers;

import dev.sequential.engine.Registry;
import java.util.Set;

/** Keras's regularizers by name. */
public final class Regularizers {
    private static final Registry<Regularizer> NAMES = new Registry<Regularizer>("regularizer")
            .add(L1.of(), "l1", "L1")
            .add(L2.of(), "l2", "L2")
            .add(L1L2.of(0.01, 0.01), "l1_l2")
            .add(L1L2.of(0, 0), "L1L2")
            .add(OrthogonalRegularizer.of(), "orthogonal_regularizer", "OrthogonalRegularizer");

    private Regularizers() {}

    /**
     * The regularizer Keras calls by this name, with its default options; {@code l1_l2} has 0.01 for both, as in Keras 2.
     *
     * @throws IllegalArgumentException if the name is not known; the message says the nearest
     */
    public static Regularizer of(String name) {
        return NAMES.of(name);
    }

    /** All names that {@link #of} knows. */
    public static Set<String> names() {
        return NAMES.names();
    }
}
