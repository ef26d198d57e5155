package dev.sequential.engine.loops;

import dev.sequential.engine.Kernel;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A kernel that does the pieces of a loop, on all threads if they are much work. */
public final class SharedLoop implements Kernel {
    /** Element-wise steps from which on several threads pay; one takes a third of a nanosecond, waking a thread some microseconds. */
    private static final long WORK = 150_000;
    /** Portions for each thread: enough that all end at about the same time. */
    private static final long PORTIONS = 4;

    private final Loop[] loops;
    private final long pieces;
    private final long portion;

    private SharedLoop(Loop[] loops, long pieces) {
        this.loops = loops;
        this.pieces = pieces;
        this.portion = Math.max(1, pieces / (loops.length * PORTIONS));
    }

    /**
     * A kernel.
     *
     * @param pieces number of them
     * @param work what all of them take, counted in steps on one element
     * @param make a loop for each thread
     */
    public static Kernel of(long pieces, long work, Supplier<Loop> make) {
        boolean shared = work >= WORK && pieces > 1 && Crew.isHere() && !Threads.isOne();
        int count = shared ? (int) Math.min(pieces, Threads.count()) : 1;
        return new SharedLoop(
                IntStream.range(0, count).mapToObj(i -> make.get()).toArray(Loop[]::new), pieces);
    }

    @Override
    public void run(long key) {
        for (Loop loop : loops) loop.begin(key);
        if (loops.length == 1) loops[0].run(0, pieces);
        else Crew.ofThisThread().run(loops, pieces, portion);
        loops[0].end();
    }

    @Override
    public String toString() {
        return loops[0] + (loops.length == 1 ? "" : ", on " + loops.length + " threads");
    }
}
