package dev.sequential.engine;

import java.util.function.Supplier;

/**
 * How exactly the operands of a product count. It is part of the operation ({@link MatMul}, {@link Conv},
 * {@link KnownLoop}) and passes to its gradients, so that layers of several precisions mix in one program. Memory holds
 * float32 in any case, and sums are float32.
 */
public enum Precision {
    /** As they are. */
    FULL,
    /**
     * To the 8 significant bits of bfloat16, where that is faster. A backend may be more exact: one that cannot multiply
     * bfloat16 takes the operands as they are.
     */
    BFLOAT16;

    private static final Scoped<Precision> CURRENT = new Scoped<>(FULL);

    /** That of products being traced now on this thread. */
    public static Precision current() {
        return CURRENT.get();
    }

    /** Runs {@code trace}, whose products are of this precision; layers inside may decide otherwise for theirs. */
    public <T> T in(Supplier<T> trace) {
        return CURRENT.in(this, trace);
    }
}
