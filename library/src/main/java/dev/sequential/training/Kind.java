package dev.sequential.training;

import java.util.Locale;

/** How classes are told: what {@code "accuracy"} and {@code "crossentropy"} become. */
enum Kind {
    BINARY,
    CATEGORICAL,
    SPARSE_CATEGORICAL;

    /** Keras's name of the accuracy or crossentropy of this kind. */
    String of(Auto auto) {
        return name().toLowerCase(Locale.ROOT) + (auto == Auto.ACCURACY ? "_accuracy" : "_crossentropy");
    }
}
