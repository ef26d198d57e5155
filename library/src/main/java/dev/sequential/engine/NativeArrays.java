package dev.sequential.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Calls the garbage collector for arrays that nobody needs any more. Their elements lie outside the Java heap and are freed
 * when the collector finds the array gone, but it only looks when the heap is full, to which an array of any size adds a
 * kilobyte or two: a loop of predictions took all memory of a machine while the heap was nearly empty. So arrays that this
 * library makes for users, or is given, are counted.
 */
public final class NativeArrays {
    private static final long MEGABYTE = 1 << 20;
    /** Bytes of smaller arrays are not counted; the heap notices these. */
    private static final long SMALL = 4096;
    /** Bytes whose waiting is worth a collection, as long as collections take little of the time. */
    private static final long SOME = 64 * MEGABYTE;
    /** Bytes that are worth one in any case: a sixteenth of what the heap may have, but not very many. */
    private static final long MUCH =
            Math.max(SOME, Math.min(256 * MEGABYTE, Runtime.getRuntime().maxMemory() / 16));
    /** Collections for less than much are so many times as far apart as the last took. */
    private static final long APART = 20;

    private static final List<MemoryPoolMXBean> POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    private static final Set<Counted> COUNTED = ConcurrentHashMap.newKeySet();
    private static final ReferenceQueue<DataBuffer> GONE = new ReferenceQueue<>();
    private static final AtomicLong HELD = new AtomicLong();
    private static final AtomicLong SINCE = new AtomicLong();
    private static volatile long called = System.nanoTime();
    private static volatile long took;

    private NativeArrays() {}

    /** A buffer that is still there, told apart by identity. */
    private static final class Counted extends WeakReference<DataBuffer> {
        private final long bytes;
        private final int hash;

        Counted(DataBuffer buffer, long bytes) {
            super(buffer, GONE);
            this.bytes = bytes;
            this.hash = System.identityHashCode(buffer);
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) return true;
            DataBuffer buffer = get();
            return buffer != null && other instanceof Counted counted && counted.refersTo(buffer);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** The same array, whose memory, all of it if this is a part, counts until it is freed. */
    public static INDArray counted(INDArray array) {
        if (array.isEmpty()) return array;
        DataBuffer part = array.data();
        DataBuffer buffer = part.originalDataBuffer() == null ? part : part.originalDataBuffer();
        long bytes = buffer.length() * buffer.getElementSize();
        if (bytes < SMALL) return array;
        forget();
        if (!COUNTED.add(new Counted(buffer, bytes))) return array;
        long waiting = Math.min(SINCE.addAndGet(bytes), HELD.addAndGet(bytes));
        if (isMuch(waiting, System.nanoTime() - called, took) && waiting > live()) collect();
        return array;
    }

    /** Whether so many bytes are worth a collection, when the last one ended {@code ago} and {@code took} nanoseconds. */
    static boolean isMuch(long waiting, long ago, long took) {
        return waiting > MUCH || waiting > SOME && ago > APART * took;
    }

    private static void collect() {
        SINCE.set(0);
        long began = System.nanoTime();
        System.gc();
        called = System.nanoTime();
        took = called - began;
    }

    /** Bytes that are counted now. */
    static long held() {
        forget();
        return HELD.get();
    }

    private static void forget() {
        for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            if (COUNTED.remove(gone)) HELD.addAndGet(-((Counted) gone).bytes);
        }
    }

    /** Bytes of the heap that the collector found in use when it last looked: the more, the longer it takes. */
    private static long live() {
        return POOLS.stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
