package dev.sequential.engine.loops;

import dev.sequential.engine.Kernel;
import dev.sequential.engine.MatMul;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Unary;
import java.util.Arrays;
import java.util.Optional;

/**
 * Small products of matrices, with bias and activation: both operands are copied into arrays, and rows of the right one
 * are added up, four at a time. Where the result is narrow, its transpose is made instead, whose rows are longer.
 */
final class MatMulLoop implements Kernel {
    /** Results narrower than this are made transposed. */
    private static final int NARROW = 8;

    /** One operand as an array in which element (i, p) of the product's left factor, or (p, j) of its right, is found. */
    private record Factor(Memory memory, float[] values, float[] loaded, int rows, int columns, boolean turns) {
        /** {@code rows} and {@code columns} are those in memory; {@code turns} if the array holds the transpose. */
        static Factor of(Memory memory, int rows, int columns, boolean turns) {
            float[] values = new float[rows * columns];
            return new Factor(memory, values, turns ? new float[values.length] : values, rows, columns, turns);
        }

        void load(long batch) {
            Native.load(memory.address() + 4 * batch * values.length, loaded, values.length);
            if (turns) turn(loaded, values, rows, columns);
        }
    }

    private final boolean flipped;
    private final Factor left;
    private final Factor right;
    private final Memory bias;
    private final Memory out;
    private final UnaryLoop activation;
    private final int batches;
    private final boolean oneB;
    private final int m;
    private final int n;
    private final int k;
    private final int leftRow;
    private final int leftStep;
    private final float[] biases;
    private final float[] row;
    private final float[] result;
    private final float[] turned;

    MatMulLoop(MatMul op, Memory a, Memory b, Memory bias, Optional<Unary> activation, Memory out) {
        int rows = Math.toIntExact(out.shape().dim(-2));
        int columns = Math.toIntExact(out.shape().dim(-1));
        this.flipped = columns < NARROW && rows > columns;
        this.k = Math.toIntExact(a.shape().dim(op.transposeA() ? -2 : -1));
        this.m = flipped ? columns : rows;
        this.n = flipped ? rows : columns;
        this.batches = Math.toIntExact(out.shape().slice(0, -2).size());
        this.oneB = b.shape().rank() == 2;
        this.bias = bias;
        this.out = out;
        // The left factor is read with steps, the right one must have rows as long as the result's.
        boolean leftTurned = flipped ? !op.transposeB() : op.transposeA();
        boolean rightTurned = flipped ? !op.transposeA() : op.transposeB();
        this.left = leftTurned ? Factor.of(flipped ? b : a, k, m, false) : Factor.of(flipped ? b : a, m, k, false);
        this.right = rightTurned ? Factor.of(flipped ? a : b, n, k, true) : Factor.of(flipped ? a : b, k, n, false);
        this.leftRow = leftTurned ? 1 : k;
        this.leftStep = leftTurned ? m : 1;
        this.activation = activation.map(u -> UnaryLoop.of(u, m * n)).orElse(null);
        this.biases = new float[columns];
        this.row = new float[n];
        this.result = new float[m * n];
        this.turned = new float[flipped ? m * n : 0];
    }

    @Override
    public void run(long key) {
        if (bias != null) Native.load(bias.address(), biases, biases.length);
        Factor a = flipped ? right : left;
        Factor b = flipped ? left : right;
        for (int i = 0; i < batches; i++) {
            a.load(i);
            if (i == 0 || !oneB) b.load(i);
            multiply(left.values(), right.values());
            if (activation != null) activation.apply(result, result, m * n);
            if (flipped) turn(result, turned, m, n);
            Native.store(flipped ? turned : result, out.address() + 4L * i * m * n, m * n);
        }
    }

    private void multiply(float[] a, float[] b) {
        for (int i = 0; i < m; i++) {
            if (flipped) Arrays.fill(row, biases[i]);
            else System.arraycopy(biases, 0, row, 0, n);
            int at = i * leftRow;
            int p = 0;
            for (; p + 3 < k; p += 4) {
                int from = at + p * leftStep;
                add4(b, p * n, n, a[from], a[from + leftStep], a[from + 2 * leftStep], a[from + 3 * leftStep], row);
            }
            for (; p < k; p++) add(b, p * n, n, a[at + p * leftStep], row);
            System.arraycopy(row, 0, result, i * n, n);
        }
    }

    private static void add4(float[] b, int at, int n, float w, float x, float y, float z, float[] row) {
        int at1 = at + n;
        int at2 = at1 + n;
        int at3 = at2 + n;
        for (int j = 0; j < n; j++) row[j] += w * b[at + j] + x * b[at1 + j] + (y * b[at2 + j] + z * b[at3 + j]);
    }

    private static void add(float[] b, int at, int n, float w, float[] row) {
        for (int j = 0; j < n; j++) row[j] += w * b[at + j];
    }

    private static void turn(float[] from, float[] to, int rows, int columns) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) to[j * rows + i] = from[i * columns + j];
        }
    }

    @Override
    public String toString() {
        return "loop of product of " + left.memory() + " and " + right.memory();
    }
}
