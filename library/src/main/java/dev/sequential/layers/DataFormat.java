package dev.sequential.layers;

import dev.sequential.engine.Tensor;
import java.util.Locale;
import java.util.stream.IntStream;

/** Where the channels of an image, a volume or a sequence are. */
public enum DataFormat {
    /** {@code (batch, …, channels)}: Keras's default, and the faster one. */
    CHANNELS_LAST,
    /** {@code (batch, channels, …)}. */
    CHANNELS_FIRST;

    /** A tensor of this format with its channels brought to the end. */
    Tensor toLast(Tensor x) {
        int last = x.rank() - 1;
        return isLast(x) ? x : x.transpose(order(last, i -> i == 0 ? 0 : i == last ? 1 : i + 1));
    }

    /** A tensor whose channels are last in this format. */
    Tensor fromLast(Tensor x) {
        int last = x.rank() - 1;
        return isLast(x) ? x : x.transpose(order(last, i -> i == 0 ? 0 : i == 1 ? last : i - 1));
    }

    private boolean isLast(Tensor x) {
        return this == CHANNELS_LAST || x.rank() < 3;
    }

    private static int[] order(int last, java.util.function.IntUnaryOperator from) {
        return IntStream.rangeClosed(0, last).map(from).toArray();
    }

    /** Keras's name. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
