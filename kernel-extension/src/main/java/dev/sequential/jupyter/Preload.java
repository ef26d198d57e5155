package dev.sequential.jupyter;

import dev.sequential.engine.Backends;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Loads ND4J and oneDNN on a thread of its own while the kernel compiles the imports. It has ended before a cell runs, so
 * that no cell meets classes which are half initialised.
 */
final class Preload {
    private final Thread thread = new Thread(Preload::load, "sequential-preload");

    private Preload() {}

    static Preload begin() {
        Preload preload = new Preload();
        preload.thread.setDaemon(true);
        preload.thread.start();
        return preload;
    }

    /** Waits for the end, or until somebody interrupts. */
    void await() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be loaded says so when a cell needs it: Java keeps the reason. */
    @SuppressWarnings("CatchingUnchecked")
    private static void load() {
        try {
            Nd4j.getBackend();
            Backends.all();
        } catch (Exception | LinkageError e) {
            return;
        }
    }
}
