package dev.sequential.jupyter;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * The code of a cell while it runs. When the user stops it, the kernel ends the cell at once, although its thread has yet to
 * notice; here the cell ends when the thread has, so that what a stopped training shows stands in its cell, before the next
 * one begins.
 */
final class CellTask<T> extends FutureTask<T> {
    /** How long a stopped cell waits for its thread, which may never look. */
    private static final long PATIENCE_SECONDS = 3;

    private final CountDownLatch ended;

    CellTask(Callable<T> code, UnaryOperator<Exception> plain) {
        this(code, plain, new CountDownLatch(1));
    }

    private CellTask(Callable<T> code, UnaryOperator<Exception> plain, CountDownLatch ended) {
        super(() -> {
            try {
                return code.call();
            } catch (Exception e) {
                throw plain.apply(e);
            } finally {
                ended.countDown();
            }
        });
        this.ended = ended;
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        try {
            return super.get();
        } catch (CancellationException e) {
            awaitEnd();
            throw e;
        }
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return super.get(timeout, unit);
        } catch (CancellationException e) {
            awaitEnd();
            throw e;
        }
    }

    private void awaitEnd() throws InterruptedException {
        boolean unused = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
