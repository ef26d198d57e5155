package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core;
import static org.bytedeco.dnnl.global.dnnl.dnnl_sgemm;

import dev.sequential.engine.Kernel;
import dev.sequential.engine.MatMul;
import dev.sequential.engine.Memory;
import dev.sequential.engine.loops.Threads;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A product by oneDNN's older function {@code sgemm}, where that is faster than {@code matmul}: with few rows, for which
 * {@code matmul} packs all weights anew at each run, it needs half the time; for the gradient of weights over a small batch,
 * where {@code matmul} leaves half of AVX-512's width unused, three fifths; for the gradient of few columns, for which
 * {@code matmul} packs what reached them, three quarters. {@link Sums} are products of this kind too.
 */
final class Sgemm implements Kernel {
    private static final long FEW = 16;

    private final boolean transposeA;
    private final boolean transposeB;
    private final long rows;
    private final long columns;
    private final long inner;
    private final float scale;
    private final float kept;
    private final FloatPointer from;
    private final FloatPointer with;
    private final FloatPointer to;
    private final List<Memory> held;
    private final boolean alone = Threads.isOne();

    private Sgemm(
            boolean transposeA,
            boolean transposeB,
            float scale,
            float kept,
            Memory a,
            Memory b,
            Memory out,
            long columns) {
        this.transposeA = transposeA;
        this.transposeB = transposeB;
        this.rows = out.size() / columns;
        this.columns = columns;
        this.inner = b.size() / columns;
        this.scale = scale;
        this.kept = kept;
        this.from = (FloatPointer) a.pointer();
        this.with = (FloatPointer) b.pointer();
        this.to = (FloatPointer) out.pointer();
        this.held = List.of(a, b, out);
    }

    /** The product of two matrices. */
    static Sgemm of(MatMul op, Memory a, Memory b, Memory out) {
        return new Sgemm(
                op.transposeA(), op.transposeB(), 1, 0, a, b, out, out.shape().dim(-1));
    }

    /**
     * {@code scale} times the product of two matrices, both as they lie whatever their shapes.
     *
     * @param columns of the result
     */
    static Sgemm scaled(float scale, Memory a, Memory b, Memory out, long columns) {
        return new Sgemm(false, false, scale, 0, a, b, out, columns);
    }

    /** The product of two matrices, as above, added to what is there. */
    static Sgemm onto(Memory a, Memory b, Memory out, long columns) {
        return new Sgemm(false, false, 1, 1, a, b, out, columns);
    }

    /** Whether a product has so few rows that this is faster. */
    static boolean isForFewRows(MatMul op, Memory b, Memory out) {
        return Products.isLow(op, b, out, FEW);
    }

    /** Whether this is faster than an implementation of {@code matmul}, told by its name. */
    static boolean beats(String implementation, MatMul op, Memory out) {
        boolean halfWidth = implementation.endsWith("avx2") && Dnn.has(dnnl_cpu_isa_avx512_core);
        return op.transposeA() && out.shape().rank() == 2 && (out.shape().dim(1) <= FEW || halfWidth);
    }

    @Override
    public void run(long key) {
        if (alone) Threads.one();
        int status = dnnl_sgemm(
                letter(transposeA),
                letter(transposeB),
                rows,
                columns,
                inner,
                scale,
                from,
                transposeA ? rows : inner,
                with,
                transposeB ? inner : columns,
                kept,
                to,
                columns);
        if (alone) Threads.all();
        Dnn.check(status);
    }

    private static byte letter(boolean transposed) {
        return (byte) (transposed ? 'T' : 'N');
    }

    @Override
    public String toString() {
        return "sgemm on " + held + (alone ? ", on one thread" : "");
    }
}
