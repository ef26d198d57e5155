package dev.sequential.jupyter;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Hands the latest of many texts on, from a thread of its own and not too often: the first at once, the last for certain. */
final class Pump implements AutoCloseable {
    /** How long the caller waits for a text to be handed on. */
    private static final long PATIENCE_SECONDS = 2;

    private final Consumer<String> out;
    private final long between;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private Thread thread;
    private String latest;
    private boolean closed;

    Pump(Consumer<String> out, Duration between) {
        this.out = out;
        this.between = between.toNanos();
    }

    /** Replaces the text that waits to be handed on. Returns at once, except that the first one is handed on before. */
    void offer(String text) {
        boolean first;
        synchronized (this) {
            if (closed) return;
            latest = text;
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

    /** Hands the last text on and ends. */
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
            for (String text = next(); text != null; text = next()) {
                out.accept(text);
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

    /** Waits for a text; null when there will be none. */
    private synchronized String next() throws InterruptedException {
        while (latest == null && !closed) wait();
        String text = latest;
        latest = null;
        return text;
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
