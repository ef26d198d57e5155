package dev.sequential.engine.loops;

import dev.sequential.engine.Kernel;
import dev.sequential.engine.MatMul;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Unary;
import java.util.Optional;

/**
 * Small products of matrices, with bias and activation: both operands are copied into arrays, the second so that its
 * rows run along the result's, and rows of it are added up, four at a time.
 */
final class MatMulLoop implements Kernel {
    private final MatMul op;
    private final Memory a;
    private final Memory b;
    private final Memory bias;
    private final Memory out;
    private final UnaryLoop activation;
    private final int batches;
    private final int m;
    private final int n;
    private final int k;
    private final boolean oneB;
    private final float[] as;
    private final float[] bs;
    private final float[] turned;
    private final float[] biases;
    private final float[] row;
    private final float[] result;

    MatMulLoop(MatMul op, Memory a, Memory b, Memory bias, Optional<Unary> activation, Memory out) {
        this.op = op;
        this.a = a;
        this.b = b;
        this.bias = bias;
        this.out = out;
        this.m = Math.toIntExact(out.shape().dim(-2));
        this.n = Math.toIntExact(out.shape().dim(-1));
        this.k = Math.toIntExact(a.shape().dim(op.transposeA() ? -2 : -1));
        this.batches = Math.toIntExact(out.shape().slice(0, -2).size());
        this.oneB = b.shape().rank() == 2;
        this.activation = activation.map(u -> UnaryLoop.of(u, m * n)).orElse(null);
        this.as = new float[m * k];
        this.bs = new float[k * n];
        this.turned = new float[op.transposeB() ? k * n : 0];
        this.biases = new float[n];
        this.row = new float[n];
        this.result = new float[m * n];
    }

    @Override
    public void run(long key) {
        if (bias != null) Native.load(bias.address(), biases, n);
        for (int i = 0; i < batches; i++) {
            Native.load(a.address() + 4L * i * m * k, as, m * k);
            if (i == 0 || !oneB) loadB(b.address() + 4L * i * k * n);
            multiply();
            if (activation != null) activation.apply(result, result, m * n);
            Native.store(result, out.address() + 4L * i * m * n, m * n);
        }
    }

    private void loadB(long address) {
        if (!op.transposeB()) {
            Native.load(address, bs, k * n);
            return;
        }
        Native.load(address, turned, k * n);
        for (int j = 0; j < n; j++) {
            for (int p = 0; p < k; p++) bs[p * n + j] = turned[j * k + p];
        }
    }

    private void multiply() {
        int stepRow = op.transposeA() ? 1 : k;
        int step = op.transposeA() ? m : 1;
        for (int i = 0; i < m; i++) {
            System.arraycopy(biases, 0, row, 0, n);
            int at = i * stepRow;
            int p = 0;
            for (; p + 3 < k; p += 4) {
                int from = at + p * step;
                add4(bs, p * n, n, as[from], as[from + step], as[from + 2 * step], as[from + 3 * step], row);
            }
            for (; p < k; p++) add(bs, p * n, n, as[at + p * step], row);
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

    @Override
    public String toString() {
        return "loop of product " + m + " x " + k + " x " + n;
    }
}
