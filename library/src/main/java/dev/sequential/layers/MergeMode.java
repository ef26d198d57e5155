package dev.sequential.layers;

import java.util.Locale;

/** How {@link Bidirectional} makes one result of those of its two directions. */
public enum MergeMode {
    /** One beside the other: {@code 2·units} numbers. */
    CONCAT,
    /** The sum. */
    SUM,
    /** The product. */
    MUL,
    /** The mean. */
    AVE,
    /** Both, as two results. */
    NONE;

    /** Keras's name. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
