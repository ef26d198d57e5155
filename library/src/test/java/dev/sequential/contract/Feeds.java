package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.column;

import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.callbacks.Callback;
import dev.sequential.data.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Generators and sequences for tests, and what tests want to know of the threads that ask them. */
final class Feeds {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private Feeds() {}

    /** A batch of so many rows whose loss is {@code loss} where the prediction is 0. */
    static Batch batch(int rows, double loss) {
        INDArray x = column(new double[rows]);
        return Batch.of(x, x.add(loss));
    }

    /** Batches of one row whose losses are 0, 1, 2, … */
    static Batch[] numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> batch(1, i)).toArray(Batch[]::new);
    }

    /** These batches again and again. */
    static Dataset generator(Batch... batches) {
        int[] at = {0};
        return Dataset.generator(() -> batches[at[0]++ % batches.length]);
    }

    /** These batches once. */
    static Dataset ending(Batch... batches) {
        return Dataset.generator(List.of(batches).iterator());
    }

    /** An iterator that notes which thread asked it. */
    static Iterator<Batch> noting(Set<String> threads, Iterator<Batch> batches) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return batches.hasNext();
            }

            @Override
            public Batch next() {
                threads.add(Thread.currentThread().getName());
                return batches.next();
            }
        };
    }

    /** Batches by number, which notes what it was asked for, when its epochs ended and by which threads. */
    static final class Noting implements Sequence {
        final List<Object> told = Collections.synchronizedList(new ArrayList<>());
        final Set<String> threads = Collections.synchronizedSet(new java.util.TreeSet<>());
        private final List<Batch> batches;

        Noting(Batch... batches) {
            this.batches = List.of(batches);
        }

        /** The numbers it was asked for, in that order. */
        List<Object> asked() {
            return told.stream().filter(Integer.class::isInstance).toList();
        }

        @Override
        public int length() {
            return batches.size();
        }

        @Override
        public Batch get(int index) {
            told.add(index);
            threads.add(Thread.currentThread().getName());
            return batches.get(index);
        }

        @Override
        public void onEpochBegin() {
            told.add("begin");
        }

        @Override
        public void onEpochEnd() {
            told.add("end on " + Thread.currentThread().getName());
        }
    }

    /**
     * Waits at each batch, in training, test or prediction, until {@code made} batches are as far ahead as they get, and
     * notes how far that is.
     */
    static Callback ahead(AtomicInteger made, int atLeast, List<Integer> noted) {
        return new Callback() {
            private void note(int batch) {
                until(() -> allWait() && made.get() - batch - 1 >= atLeast);
                noted.add(made.get() - batch - 1);
            }

            @Override
            public void onTrainBatchBegin(int batch, Map<String, Double> logs) {
                note(batch);
            }

            @Override
            public void onTestBatchBegin(int batch, Map<String, Double> logs) {
                note(batch);
            }

            @Override
            public void onPredictBatchBegin(int batch, Map<String, Double> logs) {
                note(batch);
            }
        };
    }

    /** Names of the threads that make batches now. */
    static Set<String> batchThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("sequential-batches-"))
                .collect(Collectors.toSet());
    }

    /** Whether every thread that makes batches waits. */
    static boolean allWait() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("sequential-batches-"))
                .allMatch(t -> t.getState() == Thread.State.WAITING);
    }

    /** Waits until this is so; a test that waits too long fails. */
    static void until(BooleanSupplier so) {
        long begin = System.nanoTime();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - begin > PATIENCE) throw new AssertionError("waited too long");
            Thread.onSpinWait();
        }
    }

    /** Waits for a latch; a test that waits too long fails. */
    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) throw new AssertionError("waited too long");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
