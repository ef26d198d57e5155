package dev.sequential.engine.loops;

import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;

/** Softmax or its logarithm along an axis, one line of elements at a time. */
final class SoftmaxLoop implements Kernel {
    private final Memory in;
    private final Memory out;
    private final boolean log;
    private final int length;
    private final long inner;
    private final long lines;
    private final float[] x;
    private final double[] powers;

    SoftmaxLoop(int axis, boolean log, Memory in, Memory out) {
        this.in = in;
        this.out = out;
        this.log = log;
        this.length = Math.toIntExact(in.shape().dim(axis));
        this.inner = in.shape().slice(axis + 1, in.shape().rank()).size();
        this.lines = length == 0 ? 0 : in.size() / length;
        this.x = new float[length];
        this.powers = new double[length];
    }

    @Override
    public void run(long key) {
        for (long i = 0; i < lines; i++) {
            long offset = 4 * (i / inner * length * inner + i % inner);
            if (inner == 1) Native.load(in.address() + offset, x, length);
            else for (int k = 0; k < length; k++) Native.loadWord(in.address() + offset + 4 * k * inner, x, k);
            compute();
            if (inner == 1) Native.store(x, out.address() + offset, length);
            else for (int k = 0; k < length; k++) Native.putFloat(out.address() + offset + 4 * k * inner, x[k]);
        }
    }

    private void compute() {
        float most = Float.NEGATIVE_INFINITY;
        for (int k = 0; k < length; k++) most = Math.max(most, x[k]);
        double sum = 0;
        for (int k = 0; k < length; k++) {
            powers[k] = Math.exp((double) x[k] - most);
            sum += powers[k];
        }
        if (log) {
            double shift = most + Math.log(sum);
            for (int k = 0; k < length; k++) x[k] = (float) (x[k] - shift);
        } else {
            double part = 1 / sum;
            for (int k = 0; k < length; k++) x[k] = (float) (powers[k] * part);
        }
    }
}
