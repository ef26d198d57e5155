package dev.sequential.jupyter;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * JShell's walk through the names of all classes there are, which Tab wants to know. JShell begins it at once, on the core
 * that the first cells could have; here it waits until the kernel has nothing to do or somebody presses Tab.
 */
final class ClassWalk {
    private static final Duration SPELL = Duration.ofMillis(500);
    private static final Duration IDLE = SPELL.dividedBy(5);
    private static final int MOST_SPELLS = 120;

    private static final CountDownLatch WANTED = new CountDownLatch(1);

    private ClassWalk() {}

    /** To be called before there is a JShell. Where JShell's insides are not what they were, it walks when it likes. */
    static void postpone() {
        try {
            Class<?> analysis = Class.forName("jdk.jshell.SourceCodeAnalysisImpl");
            ((ExecutorService) Insides.constant(analysis, "INDEXER")).execute(ClassWalk::await);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return;
        }
    }

    static void begin() {
        WANTED.countDown();
    }

    /** Returns when the process has rested for a spell, when {@link #begin} was called, or after a minute. */
    private static void await() {
        try {
            Duration before = used();
            for (int i = 0; i < MOST_SPELLS; i++) {
                if (WANTED.await(SPELL.toMillis(), TimeUnit.MILLISECONDS)) return;
                Duration now = used();
                if (now.minus(before).compareTo(IDLE) < 0) return;
                before = now;
            }
        } catch (InterruptedException e) {
            return;
        }
    }

    /** The processor time of all threads so far. A system that does not tell it seems to rest. */
    private static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
