package dev.sequential.jupyter;

import java.lang.reflect.Field;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** JJava's threads for cells, running {@link CellTask}s. */
final class CellThreads extends AbstractExecutorService {
    private final ExecutorService threads;
    private final Complaints complaints;
    private final Completions completions;

    private CellThreads(ExecutorService threads, Complaints complaints, Completions completions) {
        this.threads = threads;
        this.complaints = complaints;
        this.completions = completions;
    }

    /**
     * Puts itself before the threads of a kernel. JJava has no way to ask for that; where its insides are not what they were,
     * cells run as they always did.
     */
    static void install(BaseKernel kernel) {
        try {
            Object evaluator = kernel.getClass().getMethod("getEvaluator").invoke(kernel);
            Object control = field(evaluator, "execControl").get(evaluator);
            Field executor = field(control, "executor");
            ExecutorService threads = (ExecutorService) executor.get(control);
            if (threads instanceof CellThreads) return;
            executor.set(
                    control,
                    new CellThreads(threads, new Complaints(kernel.getMagicsRegistry()), new Completions(kernel)));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return;
        }
    }

    private static Field field(Object owner, String name) throws NoSuchFieldException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> code) {
        completions.attach();
        return new CellTask<>(code, complaints);
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
