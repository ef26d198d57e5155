package dev.sequential.jupyter;

import java.lang.reflect.Field;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A kernel's threads for cells, running {@link CellTask}s. */
final class CellThreads extends AbstractExecutorService {
    private final ExecutorService threads;
    private final Runnable onCell;
    private final UnaryOperator<Exception> plain;

    private CellThreads(ExecutorService threads, Runnable onCell, UnaryOperator<Exception> plain) {
        this.threads = threads;
        this.onCell = onCell;
        this.plain = plain;
    }

    /**
     * Puts itself before the threads of what executes cells; a second time does nothing. Neither JJava nor IJava has a way to
     * ask for that.
     *
     * @param control the kernel's execution control
     * @param onCell what is to be done when a cell begins
     * @param plain makes what a cell throws what is to be shown
     * @throws ReflectiveOperationException where its insides are not what they were
     */
    static void install(Object control, Runnable onCell, UnaryOperator<Exception> plain)
            throws ReflectiveOperationException {
        Field executor = Insides.field(control, "executor");
        ExecutorService threads = (ExecutorService) executor.get(control);
        if (threads instanceof CellThreads) return;
        executor.set(control, new CellThreads(threads, onCell, plain));
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> code) {
        onCell.run();
        return new CellTask<>(code, plain);
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    @Override
    public void shutdown() {
        threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return threads.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(timeout, unit);
    }
}
