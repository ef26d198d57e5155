package dev.sequential.jupyter;

/**
 * Work on a thread of its own while the kernel compiles the imports. It has ended before a cell runs, so that no cell meets
 * what is half done.
 */
record Background(Thread thread) {
    static Background begin(String name, Runnable work) {
        Thread thread = new Thread(work, "sequential-" + name);
        thread.setDaemon(true);
        thread.start();
        return new Background(thread);
    }

    /** Waits for the end, or until somebody interrupts. */
    void await() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
