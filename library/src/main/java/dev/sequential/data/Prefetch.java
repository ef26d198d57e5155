package dev.sequential.data;

import dev.sequential.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Threads that make batches ahead, in order. A place in the queue is taken before its batch is made, so no more than
 * {@link Queueing#maxQueueSize} batches are ready or in the making.
 */
final class Prefetch implements AutoCloseable {
    private static final Future<Batch> END = CompletableFuture.completedFuture(null);
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(5);

    private final Course course;
    private final BlockingQueue<Future<Batch>> queue = new LinkedBlockingQueue<>();
    private final Semaphore room;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final List<Thread> threads = new ArrayList<>();
    private boolean over;

    Prefetch(Course course, Queueing queueing) {
        this.course = course;
        this.room = new Semaphore(queueing.maxQueueSize());
        for (int i = 1; i <= queueing.workers(); i++) {
            Thread thread = new Thread(this::work, "sequential-batches-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    private void work() {
        try {
            while (true) {
                room.acquire();
                CompletableFuture<Batch> place = new CompletableFuture<>();
                Supplier<Batch> batch = enqueue(place);
                if (batch == null) return;
                fulfil(place, batch);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes the next place in the queue and returns how to make its batch, or null if there are no more. */
    private Supplier<Batch> enqueue(CompletableFuture<Batch> place) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            if (over) return null;
            Supplier<Batch> next = course.next();
            over = next == null;
            queue.add(over ? END : place);
            return next;
        } catch (RuntimeException | Error e) {
            over = true;
            place.completeExceptionally(e);
            queue.add(place);
            return null;
        } finally {
            turn.unlock();
        }
    }

    private static void fulfil(CompletableFuture<Batch> place, Supplier<Batch> batch) {
        try {
            place.complete(batch.get());
        } catch (RuntimeException | Error e) {
            place.completeExceptionally(e);
        }
    }

    /**
     * The next batch, waiting for it; null after the last. What a worker threw is thrown here, in its place.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    Batch take() throws InterruptedException {
        Future<Batch> place = queue.take();
        try {
            Batch batch = place.get();
            if (place == END) queue.add(END);
            room.release();
            return batch;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) throw error;
            throw (RuntimeException) e.getCause();
        }
    }

    /** Ends the threads and waits for them, though not for ever: one that ignores its interruption is left behind. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        boolean interrupted = Thread.interrupted();
        for (Thread thread : threads) {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
