package dev.sequential.constraints;

import dev.sequential.engine.Registry;
import java.util.Set;

/** Keras's constraints by name. */
public final class Constraints {
    private static final Registry<Constraint> NAMES = new Registry<Constraint>("constraint")
            .add(MaxNorm.of(), "max_norm", "maxnorm", "MaxNorm")
            .add(NonNeg.of(), "non_neg", "nonneg", "NonNeg")
            .add(UnitNorm.of(), "unit_norm", "unitnorm", "UnitNorm")
            .add(MinMaxNorm.of(), "min_max_norm", "MinMaxNorm");

    private Constraints() {}

    /**
     * The constraint Keras calls by this name, with its default options.
     *
     * @throws IllegalArgumentException if the name is not known; the message says the nearest
     */
    public static Constraint of(String name) {
        return NAMES.of(name);
    }

    /** All names that {@link #of} knows. */
    public static Set<String> names() {
        return NAMES.names();
    }
}
