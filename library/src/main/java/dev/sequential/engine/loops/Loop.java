package dev.sequential.engine.loops;

/** Work in equal pieces that may be done in any order; done by several threads, each has a loop of its own. */
public interface Loop {
    /** Called once at the start of a program's run. */
    default void begin(long key) {}

    /** Does the pieces from {@code from} to before {@code to}. */
    void run(long from, long to);

    /** Called once, on one of the loops, when all pieces are done. */
    default void end() {}
}
