package dev.sequential.engine.loops;

import static dev.sequential.engine.loops.Loops.CHUNK;

import dev.sequential.engine.ArgMax;
import dev.sequential.engine.DType;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;

/** The place of the first largest element along an axis; a NaN counts as the largest, as in NumPy. */
final class ArgMaxLoop implements Kernel {
    private final Memory in;
    private final Memory out;
    private final int length;
    private final long inner;
    private final float[] chunk = new float[CHUNK];

    private ArgMaxLoop(ArgMax op, Memory in, Memory out) {
        this.in = in;
        this.out = out;
        this.length = Math.toIntExact(in.shape().dim(op.axis()));
        this.inner = in.shape().slice(op.axis() + 1, in.shape().rank()).size();
    }

    static Kernel of(ArgMax op, Memory in, Memory out) {
        return in.dtype() == DType.FLOAT32 ? new ArgMaxLoop(op, in, out) : null;
    }

    @Override
    public void run(long key) {
        long results = out.size();
        if (inner != 1) {
            for (long i = 0; i < results; i++) Native.putInt(out.address() + 4 * i, strided(i));
        } else if (length > CHUNK) {
            for (long i = 0; i < results; i++) Native.putInt(out.address() + 4 * i, along(4 * i * length, 1));
        } else {
            int rows = CHUNK / length;
            for (long i = 0; i < results; i += rows) {
                int n = (int) Math.min(rows, results - i);
                Native.load(in.address() + 4 * i * length, chunk, n * length);
                for (int row = 0; row < n; row++) {
                    Native.putInt(out.address() + 4 * (i + row), largest(chunk, row * length, length));
                }
            }
        }
    }

    private int strided(long i) {
        return along(4 * (i / inner * length * inner + i % inner), inner);
    }

    private int along(long offset, long stride) {
        int best = 0;
        float most = Native.getFloat(in.address() + offset);
        for (int k = 1; k < length && !Float.isNaN(most); k++) {
            float v = Native.getFloat(in.address() + offset + 4 * k * stride);
            if (v > most || Float.isNaN(v)) {
                most = v;
                best = k;
            }
        }
        return best;
    }

    private static int largest(float[] x, int from, int n) {
        int best = 0;
        float most = x[from];
        for (int k = 1; k < n && !Float.isNaN(most); k++) {
            float v = x[from + k];
            if (v > most || Float.isNaN(v)) {
                most = v;
                best = k;
            }
        }
        return best;
    }

    @Override
    public String toString() {
        return "loop of argmax on " + in;
    }
}
