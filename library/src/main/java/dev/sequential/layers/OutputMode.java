package dev.sequential.layers;

import java.util.Locale;

/** What a layer makes of integers that name categories. */
public enum OutputMode {
    /** The integers themselves. */
    INT,
    /** For each a vector with a 1 at its place. */
    ONE_HOT,
    /** For each sample a vector with a 1 at the place of every integer that occurs. */
    MULTI_HOT,
    /** For each sample how often each integer occurs. */
    COUNT,
    /** As {@link #COUNT}, weighted by how rare each is. */
    TF_IDF;

    /** Keras's name. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
