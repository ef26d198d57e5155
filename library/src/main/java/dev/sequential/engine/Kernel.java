package dev.sequential.engine;

/**
 * One operation bound to its memory. A run allocates nothing. A kernel keeps every native object it uses strongly
 * reachable; {@link #close} frees them.
 */
@FunctionalInterface
public interface Kernel {
    /** Elements of the largest operand of which {@link #prepare} makes a second copy, to spare memory. */
    long MOST_COPIED = 1 << 24;

    /**
     * Computes the results from what the operands hold now.
     *
     * @param key the number of this run mixed with the model's seed: what random numbers of this run are made from
     */
    void run(long key);

    /** Does what depends on {@linkplain Memory#isSettled settled} operands alone; called before a run when these have changed. */
    default void prepare() {}

    /** Frees what the kernel owns. */
    default void close() {}
}
