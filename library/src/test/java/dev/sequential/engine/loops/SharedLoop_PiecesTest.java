package dev.sequential.engine.loops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sequential.engine.Kernel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However many threads share a loop, each piece is done once, and what goes wrong in one of them is told. */
class SharedLoop_PiecesTest {
    private static final long MUCH = 1 << 30;
    private static final int PIECES = 1000;

    private static Kernel counting(AtomicIntegerArray done, long work) {
        return SharedLoop.of(done.length(), work, () -> (from, to) -> {
            for (long i = from; i < to; i++) done.incrementAndGet((int) i);
        });
    }

    private static void doneOnce(AtomicIntegerArray done, int times) {
        for (int i = 0; i < done.length(); i++)
            assertThat(done.get(i)).as("piece %d", i).isEqualTo(times);
    }

    @Test
    void everyPieceIsDoneOnce() {
        for (int pieces : new int[] {0, 1, 2, 3, PIECES}) {
            for (long work : new long[] {1, MUCH}) {
                AtomicIntegerArray done = new AtomicIntegerArray(pieces);

                counting(done, work).run(0);

                doneOnce(done, 1);
            }
        }
    }

    @Test
    void onlyMuchWorkIsShared() {
        assumeTrue(Crew.isHere(), "needs GNU's OpenMP and two cores");

        assertThat(SharedLoop.of(PIECES, MUCH, () -> (from, to) -> {}).toString())
                .contains("threads");
        assertThat(SharedLoop.of(PIECES, 1, () -> (from, to) -> {}).toString()).doesNotContain("threads");
        assertThat(SharedLoop.of(1, MUCH, () -> (from, to) -> {}).toString()).doesNotContain("threads");
    }

    /** Each waits until the other has begun, which one thread could not. */
    @Test
    @Timeout(60)
    void threadsWorkAtTheSameTime() {
        assumeTrue(Crew.isHere(), "needs GNU's OpenMP and two cores");
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Kernel kernel = SharedLoop.of(2, MUCH, () -> (from, to) -> {
            threads.add(Thread.currentThread());
            while (threads.size() < 2) Thread.yield();
        });

        kernel.run(0);

        assertThat(threads).hasSize(2);
    }

    @Test
    void whatFailsIsThrownAndTheNextRunWorks() {
        boolean[] fails = {true};
        AtomicIntegerArray done = new AtomicIntegerArray(PIECES);
        Kernel kernel = SharedLoop.of(PIECES, MUCH, () -> (from, to) -> {
            if (fails[0] && to == PIECES) throw new IllegalArgumentException("the last piece");
            for (long i = from; i < to; i++) if (!fails[0]) done.incrementAndGet((int) i);
        });

        assertThatThrownBy(() -> kernel.run(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the last piece");
        fails[0] = false;
        kernel.run(0);

        doneOnce(done, 1);
    }

    @Test
    void threadsOfJavaEachHaveACrew() throws Exception {
        int callers = 4;
        int runs = 50;
        List<AtomicIntegerArray> done = new ArrayList<>();
        for (int i = 0; i < callers; i++) done.add(new AtomicIntegerArray(PIECES));
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (AtomicIntegerArray each : done) {
                Kernel kernel = counting(each, MUCH);
                ends.add(pool.submit(() -> Collections.nCopies(runs, kernel).forEach(k -> k.run(0))));
            }
            for (Future<?> end : ends) end.get();
        } finally {
            pool.shutdown();
        }

        for (AtomicIntegerArray each : done) doneOnce(each, runs);
    }
}
