package dev.sequential.benchmarks;

import static org.bytedeco.dnnl.global.dnnl.dnnl_sgemm;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** The most that all processors together reach in the two things that training is made of. */
final class Peak {
    private static final int TRIES = 15;
    private static final int SIZE = 2_048;
    private static final long CHUNK = 128L << 20; // bytes, far more than caches hold

    private Peak() {}

    /** Operations a second in the product of two square matrices, by the routine that this library computes with. */
    static double flops() {
        long elements = (long) SIZE * SIZE;
        try (var a = new FloatPointer(elements);
                var b = new FloatPointer(elements);
                var c = new FloatPointer(elements)) {
            for (FloatPointer each : List.of(a, b, c)) Pointer.memset(each, 0x3f, elements * Float.BYTES); // 0.75
            byte plain = 'N';
            return best(() -> {
                Runnable product = () -> dnnl_sgemm(plain, plain, SIZE, SIZE, SIZE, 1, a, SIZE, b, SIZE, 0, c, SIZE);
                return 2.0 * elements * SIZE / seconds(product);
            });
        }
    }

    /** Bytes a second that are read and written by as many copies at once as there are processors. */
    static double bandwidth() {
        int copies = Runtime.getRuntime().availableProcessors();
        try (var from = new BytePointer(copies * CHUNK);
                var to = new BytePointer(copies * CHUNK)) {
            Pointer.memset(from, 1, copies * CHUNK);
            return best(() -> 2.0
                    * CHUNK
                    * copies
                    / seconds(() -> IntStream.range(0, copies)
                            .parallel()
                            .forEach(i -> Pointer.memcpy(part(to, i), part(from, i), CHUNK))));
        }
    }

    private static Pointer part(BytePointer all, int index) {
        return all.getPointer(index * CHUNK);
    }

    private static double best(DoubleSupplier once) {
        return DoubleStream.generate(once).limit(TRIES).max().orElseThrow();
    }

    private static double seconds(Runnable work) {
        return Clock.once(work) / 1e3;
    }
}
