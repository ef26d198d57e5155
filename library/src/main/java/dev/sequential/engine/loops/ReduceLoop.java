package dev.sequential.engine.loops;

import static dev.sequential.engine.loops.Loops.CHUNK;

import dev.sequential.engine.DType;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Folds axes of a float32 tensor. Neighbouring axes of one fate are joined first; then either the last axis is folded,
 * run by run, or it stays and whole runs are folded into each other. Sums are exact to float32 whatever the count: lanes
 * are carried over into doubles before they lose digits.
 */
final class ReduceLoop implements Loop {
    /** Element-wise steps that take as long as an element. */
    private static final long STEPS = 4;

    private final Memory in;
    private final Memory out;
    private final Fold fold;
    private final double scale;
    private final Layout kept;
    private final Layout folded;
    private final long keptCount;
    private final long foldedCount;
    private final int run;
    private final boolean lastIsFolded;
    private final ColumnFold columns;
    private final float[] chunk = new float[CHUNK];
    private final Lanes lanes;

    private ReduceLoop(Reduce op, Memory in, Memory out) {
        this.in = in;
        this.out = out;
        this.fold = Fold.of(op.kind());
        this.lanes = new Lanes(fold);
        this.scale = op.kind() == Reduce.Kind.MEAN ? 1.0 / op.count(in.shape()) : 1;
        boolean[] isFolded = new boolean[in.shape().rank()];
        for (int axis : op.axes()) isFolded[axis] = true;
        int last = isFolded.length - 1;
        while (last >= 0 && in.shape().dim(last) == 1) last--;
        this.lastIsFolded = last < 0 || isFolded[last];
        int from = last;
        while (from > 0 && (in.shape().dim(from - 1) == 1 || isFolded[from - 1] == lastIsFolded)) from--;
        long length = in.shape().slice(Math.max(from, 0), last + 1).size();
        this.kept = outer(in.shape(), isFolded, false, Math.max(from, 0));
        this.folded = outer(in.shape(), isFolded, true, Math.max(from, 0));
        this.keptCount = count(kept);
        this.foldedCount = count(folded);
        this.run = Math.toIntExact(length);
        boolean dense = folded.rank() == 1 && folded.strides()[0] == run;
        this.columns = !lastIsFolded && dense && run <= ColumnFold.WIDEST ? new ColumnFold(fold, run) : null;
    }

    static Kernel of(Reduce op, Memory in, Memory out) {
        if (in.dtype() != DType.FLOAT32 || in.size() == 0) return null;
        ReduceLoop loop = new ReduceLoop(op, in, out);
        if (loop.keptCount == 1 && loop.columns != null) {
            return ColumnsLoop.of(loop.fold, loop.scale, STEPS / 2 * in.size(), in, out);
        }
        return SharedLoop.of(loop.keptCount, STEPS * in.size(), () -> new ReduceLoop(op, in, out));
    }

    @Override
    public void run(long first, long end) {
        for (long i = first; i < end; i++) {
            long from = in.address() + 4 * kept.at(i);
            if (lastIsFolded) {
                Native.putFloat(out.address() + 4 * i, (float) (scale * foldRuns(from)));
            } else {
                foldRows(from, out.address() + 4 * i * run);
            }
        }
    }

    private double foldRuns(long from) {
        double result = fold.neutral;
        for (long j = 0; j < foldedCount; j++) result = fold.of(result, foldRun(from + 4 * folded.at(j), run));
        return result;
    }

    private double foldRun(long address, long length) {
        int n = (int) Math.min(length, CHUNK);
        Native.load(address, chunk, n);
        double result = fold.run(chunk, 0, n);
        for (long done = n; done < length; done += n) {
            n = (int) Math.min(length - done, CHUNK);
            Native.load(address + 4 * done, chunk, n);
            result = fold.of(result, fold.run(chunk, 0, n));
        }
        return result;
    }

    /** Folds runs that stay into each other: several short ones at once, or a part of long ones at a time. */
    private void foldRows(long from, long to) {
        if (columns != null) {
            store(columns.fold(from, foldedCount * run), to, run);
            return;
        }
        for (int column = 0; column < run; column += CHUNK) {
            int n = Math.min(CHUNK, run - column);
            lanes.begin(n);
            for (long j = 0; j < foldedCount; j++) {
                Native.load(from + 4 * (folded.at(j) + column), chunk, n);
                lanes.take(chunk, n);
            }
            store(lanes.end(), to + 4L * column, n);
        }
    }

    private void store(double[] sums, long to, int n) {
        for (int i = 0; i < n; i++) chunk[i] = (float) (scale * sums[i]);
        Native.store(chunk, to, n);
    }

    /** The axes before {@code end} that are folded, or those that stay, with their steps in the operand. */
    private static Layout outer(Shape shape, boolean[] isFolded, boolean which, int end) {
        long[] all = Layout.strides(shape);
        List<Integer> axes = new ArrayList<>();
        for (int i = 0; i < end; i++) if (isFolded[i] == which) axes.add(i);
        return Layout.joined(
                axes.stream().mapToLong(shape::dim).toArray(),
                axes.stream().mapToLong(i -> all[i]).toArray());
    }

    private static long count(Layout layout) {
        return Arrays.stream(layout.dims()).reduce(1, (a, b) -> a * b);
    }

    @Override
    public String toString() {
        return "loop of " + fold + " on " + in;
    }
}
