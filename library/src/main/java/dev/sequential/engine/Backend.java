package dev.sequential.engine;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Knows how to compute operations. A program asks its backends in turn, the fastest first, and takes the first kernel offered. */
public interface Backend {
    /** Name as in {@code -Dsequential.backend}: {@code onednn} or {@code nd4j}. */
    String name();

    /**
     * Binds an operation to memory once; the kernel then runs at every step. Called when a program is compiled.
     *
     * <p>The memory of a result may be that of an operand of the same type if {@link Op#isElementwise()}; a result of a
     * {@linkplain Op#isView() view} always is. Otherwise results and operands do not overlap.
     *
     * @param op what to compute; all shapes are known
     * @param in memory of the operands
     * @param out memory of the results
     * @return the kernel, or {@code null} if this backend leaves the operation to another
     */
    Kernel kernel(Op op, List<Memory> in, List<Memory> out);

    /**
     * Called with all operations of a program before they are bound, one by one, by {@code bind}: a backend may choose by
     * the whole how to bind each. The first backend is asked, and not for a body of a loop.
     */
    default <T> T binding(List<Node> program, Supplier<T> bind) {
        return bind.get();
    }

    /**
     * Whether this backend has kernels for this composite and for its gradient: then the bytes that the first leaves to
     * the second, otherwise empty, and the program is made of the composite's pieces.
     */
    default OptionalLong workspace(Composite composite, List<Type> in) {
        return OptionalLong.empty();
    }

    /** Whether products of this precision are computed in it here, and not more exactly. */
    default boolean computes(Precision precision) {
        return precision == Precision.FULL;
    }

    /** Called in the thread that runs a program, before its first kernel. */
    default void enter() {}

    /** Called in the thread that ran a program, after its last kernel or a failure: undoes {@link #enter}. */
    default void leave() {}

    /** Whether this backend has kernels for {@link Fused} and {@link Linear}, so that programs may make them. */
    boolean fuses();
}
