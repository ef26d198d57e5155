package dev.sequential.engine.loops;

import static dev.sequential.engine.loops.Loops.CHUNK;

import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;

/** Softmax or its logarithm along an axis, a few lines of elements at a time. */
final class SoftmaxLoop implements Loop {
    /** Element-wise steps that take as long as an element. */
    private static final long STEPS = 50;

    private final Memory in;
    private final Memory out;
    private final boolean log;
    private final int length;
    private final long inner;
    private final long lines;
    private final int together;
    private final float[] x;
    private final float[] powers;
    private final Exponential exponential;

    private SoftmaxLoop(int axis, boolean log, Memory in, Memory out) {
        this.in = in;
        this.out = out;
        this.log = log;
        this.length = Math.toIntExact(in.shape().dim(axis));
        this.inner = in.shape().slice(axis + 1, in.shape().rank()).size();
        this.lines = in.size() / length;
        this.together = (int) Math.min(lines, Math.max(1, CHUNK / length));
        this.x = new float[together * length];
        this.powers = new float[x.length];
        this.exponential = new Exponential(x.length);
    }

    /** A kernel for softmax, or for its logarithm. */
    static Kernel of(int axis, boolean log, Memory in, Memory out) {
        long lines = in.size() / in.shape().dim(axis);
        return SharedLoop.of(lines, STEPS * in.size(), () -> new SoftmaxLoop(axis, log, in, out));
    }

    @Override
    public void run(long first, long end) {
        for (long line = first; line < end; line += together) {
            int count = (int) Math.min(together, end - line);
            load(line, count);
            for (int i = 0; i < count; i++) shift(x, powers, i * length, length);
            exponential.exp(powers, powers, count * length);
            for (int i = 0; i < count; i++) finish(i * length);
            store(line, count);
        }
    }

    private void load(long line, int count) {
        if (inner == 1) {
            Native.load(in.address() + 4 * line * length, x, count * length);
            return;
        }
        for (int i = 0; i < count; i++) {
            long address = in.address() + offset(line + i);
            for (int k = 0; k < length; k++) Native.loadWord(address + 4 * k * inner, x, i * length + k);
        }
    }

    private void store(long line, int count) {
        if (inner == 1) {
            Native.store(x, out.address() + 4 * line * length, count * length);
            return;
        }
        for (int i = 0; i < count; i++) {
            long address = out.address() + offset(line + i);
            for (int k = 0; k < length; k++) Native.putFloat(address + 4 * k * inner, x[i * length + k]);
        }
    }

    private long offset(long line) {
        return 4 * (line / inner * length * inner + line % inner);
    }

    /** Subtracts the largest element, so that no power overflows. */
    private static void shift(float[] x, float[] powers, int from, int length) {
        float most = (float) Fold.MAX.run(x, from, length);
        for (int i = from; i < from + length; i++) {
            x[i] -= most;
            powers[i] = x[i];
        }
    }

    private void finish(int from) {
        double sum = Fold.SUM.run(powers, from, length);
        if (log) {
            float shift = (float) Math.log(sum); // as no x is positive, none of its digits is lost
            for (int i = from; i < from + length; i++) x[i] -= shift;
        } else {
            float part = (float) (1 / sum);
            for (int i = from; i < from + length; i++) x[i] = powers[i] * part;
        }
    }

    @Override
    public String toString() {
        return (log ? "loop of log-softmax on " : "loop of softmax on ") + in;
    }
}
