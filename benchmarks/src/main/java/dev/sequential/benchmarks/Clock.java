package dev.sequential.benchmarks;

import java.time.Duration;

/** How long work takes, in milliseconds. */
final class Clock {
    private static final double SOME_TIME = 250;
    private static final int SOME_TIMES = 5;

    private Clock() {}

    /** The time of one run. */
    static double once(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return since(start);
    }

    /** The mean time of short runs, as many as a quarter of a second takes and at least five. */
    static double often(Runnable work) {
        long start = System.nanoTime();
        for (int runs = 1; ; runs++) {
            work.run();
            double time = since(start);
            if (time >= SOME_TIME && runs >= SOME_TIMES) return time / runs;
        }
    }

    /** Works for a while, unmeasured, and at least once. */
    static void repeat(Runnable work, Duration atLeast) {
        long start = System.nanoTime();
        do work.run();
        while (since(start) < atLeast.toMillis());
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
