package dev.sequential.jupyter;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Hands the latest of many values on, from a thread of its own and not too often: the first at once, the last for certain. */
final class Pump<T> implements AutoCloseable {
    /** How long the caller waits for a value to be handed on. */
    private static final long PATIENCE_SECONDS = 2;

    private final Consumer<T> out;
    private final long between;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private Thread thread;
    private T latest;
    private boolean closed;

    Pump(Consumer<T> out, Duration between) {
        this.out = out;
        this.between = between.toNanos();
    }

    /** Replaces the value that waits to be handed on. Returns at once, except that the first one is handed on before. */
    void offer(T value) {
        boolean first;
        synchronized (this) {
            if (closed) return;
            latest = value;
            notifyAll();
            first = thread == null;
            if (first) {
                thread = new Thread(this::work, "sequential-progress");
                thread.setDaemon(true);
                thread.start();
            }
        }
        if (first) await(begun);
    }

    /** Hands the last value on and ends. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
            if (thread == null) return;
        }
        await(ended);
    }

    private void work() {
        try {
            for (T value = next(); value != null; value = next()) {
                out.accept(value);
                begun.countDown();
                pause();
            }
        } catch (InterruptedException | RuntimeException e) {
            // The kernel ends or cannot send: training goes on without progress.
        } finally {
            begun.countDown();
            ended.countDown();
        }
    }

    /** Waits for a value; null when there will be none. */
    private synchronized T next() throws InterruptedException {
        while (latest == null && !closed) wait();
        T value = latest;
        latest = null;
        return value;
    }

    private synchronized void pause() throws InterruptedException {
        long end = System.nanoTime() + between;
        for (long left = between; left > 0 && !closed; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Waits although the thread may have been interrupted, and leaves it interrupted. */
    private static void await(CountDownLatch latch) {
        boolean interrupted = Thread.interrupted();
        try {
            boolean unused = latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
