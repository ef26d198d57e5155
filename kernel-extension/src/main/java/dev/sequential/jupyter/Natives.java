package dev.sequential.jupyter;

import dev.sequential.engine.Backends;
import org.nd4j.linalg.factory.Nd4j;

/** The native libraries of ND4J and oneDNN. */
final class Natives {
    private Natives() {}

    /** Loads them. What cannot be loaded says so when a cell needs it: Java keeps the reason. */
    @SuppressWarnings("CatchingUnchecked")
    static void load() {
        try {
            Nd4j.getBackend();
            Backends.all();
        } catch (Exception | LinkageError e) {
            return;
        }
    }
}
