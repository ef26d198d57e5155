package dev.sequential.engine.loops;

import java.util.function.Supplier;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * How many threads oneDNN takes: all for large work, one for small. Waking a second thread costs as much as small work
 * itself, and on a busy machine waiting for it costs a thousand times more. oneDNN and ND4J share one OpenMP, whose
 * setting belongs to the calling thread.
 */
public final class Threads {
    private static final NativeOps OPENMP = openMp();
    private static final int ALL = Math.max(1, OPENMP.ompGetMaxThreads());

    private Threads() {}

    private static NativeOps openMp() {
        Nd4j.getBackend(); // loads the natives that the holder needs
        return NativeOpsHolder.getInstance().getDeviceNativeOps();
    }

    /** How many there are. */
    public static int count() {
        return ALL;
    }

    /** Whether primitives made and run now take one thread. */
    public static boolean isOne() {
        return ALL > 1 && OPENMP.ompGetMaxThreads() == 1;
    }

    /** Makes something that will run on one thread, like all that is made meanwhile. */
    public static <T> T one(Supplier<T> make) {
        if (isOne()) return make.get();
        one();
        try {
            return make.get();
        } finally {
            all();
        }
    }

    /** From here on this thread's kernels take one thread. */
    public static void one() {
        OPENMP.setOmpNumThreads(1);
    }

    /** From here on this thread's kernels take all. */
    public static void all() {
        OPENMP.setOmpNumThreads(ALL);
    }
}
