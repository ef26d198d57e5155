package dev.sequential.engine.loops;

import dev.sequential.engine.Shape;
import java.util.Arrays;

/**
 * How the elements of an operand lie under the places of a result: lengths of the result's axes and what a step along
 * each means in the operand (0 where it repeats). Axes that one step covers are joined and those of length 1 left out,
 * so that most layouts have one axis or two.
 */
public record Layout(long[] dims, long[] strides) {
    /** An operand repeated to a result's shape as NumPy does. */
    public static Layout broadcast(Shape operand, Shape result) {
        long[] strides = new long[result.rank()];
        long[] own = strides(operand);
        int extra = result.rank() - operand.rank();
        for (int i = 0; i < own.length; i++) strides[extra + i] = operand.dim(i) == 1 ? 0 : own[i];
        return joined(result.dims(), strides);
    }

    /** Row-major steps, in elements. */
    public static long[] strides(Shape shape) {
        long[] strides = new long[shape.rank()];
        long step = 1;
        for (int i = strides.length - 1; i >= 0; i--) {
            strides[i] = step;
            step *= shape.dim(i);
        }
        return strides;
    }

    static Layout joined(long[] dims, long[] strides) {
        long[] d = new long[dims.length];
        long[] s = new long[dims.length];
        int n = 0;
        for (int i = 0; i < dims.length; i++) {
            if (dims[i] == 1) continue;
            if (n > 0 && s[n - 1] == strides[i] * dims[i]) {
                d[n - 1] *= dims[i];
                s[n - 1] = strides[i];
            } else {
                d[n] = dims[i];
                s[n++] = strides[i];
            }
        }
        return new Layout(Arrays.copyOf(d, n), Arrays.copyOf(s, n));
    }

    /** Number of axes left. */
    public int rank() {
        return dims.length;
    }

    /** Whether every place has its own element, in the same order. */
    public boolean isFull() {
        return rank() == 0 || rank() == 1 && strides[0] == 1;
    }

    /** Whether all places share one element. */
    public boolean isSingle() {
        return rank() == 0 || rank() == 1 && strides[0] == 0;
    }

    /** Whether the operand is the last axes of the result, repeated. */
    public boolean isSuffix() {
        return rank() == 2 && strides[0] == 0 && strides[1] == 1;
    }

    /** The operand's element under a place of the result. */
    public long at(long place) {
        long offset = 0;
        for (int i = dims.length - 1; i >= 0; i--) {
            offset += place % dims[i] * strides[i];
            place /= dims[i];
        }
        return offset;
    }

    /** As {@link #at} for where the last axis begins, counted in runs along it. */
    public long atRun(long run) {
        return rank() == 2 ? run * strides[0] : at(run * inner());
    }

    /** Length of the last axis; 1 if none is left. */
    public long inner() {
        return rank() == 0 ? 1 : dims[rank() - 1];
    }

    /** Step along the last axis. */
    public long innerStride() {
        return rank() == 0 ? 1 : strides[rank() - 1];
    }
}
