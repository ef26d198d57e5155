package dev.sequential.layers;

/** Where the channels of an image, a volume or a sequence are. */
public enum DataFormat {
    /** {@code (batch, …, channels)}: Keras's default, and the faster one. */
    CHANNELS_LAST,
    /** {@code (batch, channels, …)}. */
    CHANNELS_FIRST;

    /** Keras's name. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
