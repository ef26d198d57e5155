package dev.sequential.engine;

import java.util.function.Supplier;

/**
 * While a model is made from a file its weights are not initialized, since the file has their values. And because the
 * file may be made to do harm, variables may not take more bytes than it has, but for the states and halved weights
 * that an honest one leaves out, and what layers compute beforehand and how often they are called is limited too.
 */
public final class Loading {
    private static final long MORE_BYTES = 16L << 20;
    private static final int BYTES_OF_ONE = 2; // of a float32 weight that the file keeps as float16
    private static final long CONSTANTS = 4L << 20;
    private static final int CALLS = 20_000;
    private static final Scoped<Loading> CURRENT = new Scoped<>(null);

    private long bytesLeft;
    private long constantsLeft = CONSTANTS;
    private int callsLeft = CALLS;

    private Loading(long bytes) {
        bytesLeft = Math.addExact(Math.multiplyExact(bytes, BYTES_OF_ONE), MORE_BYTES);
    }

    /** Makes a model from a file of so many bytes. */
    public static <T> T within(long bytes, Supplier<T> work) {
        return CURRENT.in(new Loading(bytes), work);
    }

    /** Whether a model is being made from a file. */
    public static boolean isActive() {
        return CURRENT.get() != null;
    }

    /** Refuses a variable for which the file is too small. */
    static void takes(String variable, long bytes) {
        Loading loading = CURRENT.get();
        if (loading == null) return;
        loading.bytesLeft -= bytes;
        Check.that(
                bytes >= 0 && loading.bytesLeft >= 0,
                "\"%s\" would take %d bytes, more than the file has",
                variable,
                bytes);
    }

    /** Refuses an array that a layer computes beforehand if it is larger than files ask for. */
    public static void computes(String what, long elements) {
        Loading loading = CURRENT.get();
        if (loading == null) return;
        loading.constantsLeft -= elements;
        Check.that(
                elements >= 0 && loading.constantsLeft >= 0,
                "%s would take %d numbers, more than a file may ask for",
                what,
                elements);
    }

    /** Refuses further calls of layers if models in models make too many. */
    public static void calls() {
        Loading loading = CURRENT.get();
        if (loading == null) return;
        Check.that(--loading.callsLeft >= 0, "Its layers are called more than %d times", CALLS);
    }
}
