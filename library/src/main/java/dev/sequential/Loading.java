package dev.sequential;

import dev.sequential.engine.Check;
import java.util.function.Supplier;

/**
 * While a model is made from a file its weights are not initialized, since the file has their values, and they may not
 * take more bytes than the file has.
 */
public final class Loading {
    private static final ThreadLocal<Loading> CURRENT = new ThreadLocal<>();

    private long left;

    private Loading(long bytes) {
        left = bytes;
    }

    /** Makes a model whose weights take at most so many bytes. */
    public static <T> T within(long bytes, Supplier<T> work) {
        Loading before = CURRENT.get();
        CURRENT.set(new Loading(bytes));
        try {
            return work.get();
        } finally {
            if (before == null) CURRENT.remove();
            else CURRENT.set(before);
        }
    }

    /** Whether a model is being made from a file; if so takes the bytes of one more weight from what is left. */
    static boolean takes(String weight, long bytes) {
        Loading loading = CURRENT.get();
        if (loading == null) return false;
        loading.left -= bytes;
        Check.that(
                bytes >= 0 && loading.left >= 0,
                "The weight \"%s\" would take %d bytes, more than the file has",
                weight,
                bytes);
        return true;
    }
}
