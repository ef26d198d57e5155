package dev.sequential.engine.nd4j;

import dev.sequential.engine.Conv;
import dev.sequential.engine.Pool;
import dev.sequential.engine.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Convolution and pooling, one tap of the window after the other: what a tap meets at all places is a strided part. */
final class Windows {
    private final Window window;
    private final List<List<Long>> taps;
    private final long[] places;

    private Windows(Window window, dev.sequential.engine.Shape space) {
        this.window = window;
        this.taps = window.grid();
        this.places = window.places(space).dims();
    }

    /** One product of matrices for each tap and group. */
    static INDArray conv(Conv op, INDArray a, INDArray b, INDArray z) {
        Windows windows = new Windows(op.window(), op.space());
        z.assign(0);
        INDArray data = op.makes() == Conv.Part.DATA ? windows.padded(z, 0) : windows.padded(a, 0);
        INDArray result = op.makes() == Conv.Part.DATA ? a : op.makes() == Conv.Part.RESULT ? z : b;
        INDArray kernel = op.makes() == Conv.Part.KERNEL ? z : b;
        long channels = data.size(-1) / op.groups();
        long filters = result.size(-1) / op.groups();
        INDArray taps = kernel.reshape('c', windows.taps.size(), channels, filters * op.groups());
        INDArray rows = result.reshape('c', result.length() / result.size(-1), result.size(-1));
        for (int t = 0; t < windows.taps.size(); t++) {
            for (int g = 0; g < op.groups(); g++) {
                INDArrayIndex ofFilters = NDArrayIndex.interval(g * filters, (g + 1) * filters);
                INDArray met = windows.met(data, windows.taps.get(t), g * channels, (g + 1) * channels);
                INDArray k = taps.slice(t).get(NDArrayIndex.interval(0, channels), ofFilters);
                INDArray r = rows.get(NDArrayIndex.interval(0, rows.size(0)), ofFilters);
                switch (op.makes()) {
                    case RESULT -> r.addi(product(rows(met), k, false, false));
                    case DATA -> met.addi(product(r, k, false, true).reshape('c', met.shape()));
                    case KERNEL -> k.assign(product(rows(met), r, true, false));
                }
            }
        }
        return op.makes() == Conv.Part.DATA ? windows.inner(data, z) : z;
    }

    /** Means: sums of taps over counts that leave padding out. */
    static INDArray average(Pool op, INDArray x, INDArray z) {
        Windows windows = new Windows(op.window(), op.space());
        INDArray counts = counts(op, x);
        z.assign(0);
        if (op.direction() == Pool.Direction.GATHER) {
            INDArray data = windows.padded(x, 0);
            for (List<Long> tap : windows.taps) z.addi(windows.met(data, tap, 0, x.size(-1)));
            return z.divi(Nd4jBackend.spread(counts, z));
        }
        INDArray share = x.div(Nd4jBackend.spread(counts, x));
        INDArray data = windows.padded(z, 0);
        for (List<Long> tap : windows.taps)
            windows.met(data, tap, 0, x.size(-1)).addi(share);
        return windows.inner(data, z);
    }

    /** Numbers at, or brought to, the first largest element of each window of {@code chooser}. */
    static INDArray max(Pool op, INDArray chooser, INDArray values, INDArray z) {
        Windows windows = new Windows(op.window(), op.space());
        boolean gather = op.direction() == Pool.Direction.GATHER;
        INDArray chosen = windows.chosen(chooser);
        z.assign(0);
        INDArray data = windows.padded(gather ? values : z, 0);
        for (int t = 0; t < windows.taps.size(); t++) {
            INDArray met = windows.met(data, windows.taps.get(t), 0, chooser.size(-1));
            INDArray here = chosen.eq(t).castTo(z.dataType());
            if (gather) z.assign(Elementwise.select(here, met.dup('c'), z));
            else met.addi(values.mul(here));
        }
        return gather ? z : windows.inner(data, z);
    }

    /** The number of the tap of the first largest element; NaN is the largest. */
    private INDArray chosen(INDArray x) {
        INDArray data = padded(x, Double.NEGATIVE_INFINITY);
        INDArray best = null;
        INDArray chosen = null;
        for (int t = 0; t < taps.size(); t++) {
            INDArray met = met(data, taps.get(t), 0, x.size(-1)).dup('c');
            if (t == 0) {
                best = met;
                chosen = best.ulike().assign(0);
                continue;
            }
            INDArray nan = met.neq(met).castTo(x.dataType()).muli(best.eq(best).castTo(x.dataType()));
            INDArray better = met.gt(best).castTo(x.dataType()).addi(nan);
            best = Elementwise.select(better, met, best);
            chosen = Elementwise.select(better, chosen.ulike().assign(t), chosen);
        }
        return chosen;
    }

    private static INDArray counts(Pool op, INDArray like) {
        int axes = op.window().axes();
        INDArray counts = Nd4j.ones(
                like.dataType(), LongStream.range(0, axes + 2).map(i -> 1).toArray());
        for (int i = 0; i < axes; i++) {
            double[] along = LongStream.of(op.counts(i)).asDoubleStream().toArray();
            long[] shape = LongStream.range(0, axes + 2).map(d -> 1).toArray();
            shape[i + 1] = along.length;
            long[] both = counts.shape().clone();
            both[i + 1] = along.length;
            INDArray factor =
                    Nd4j.createFromArray(along).castTo(like.dataType()).reshape('c', shape);
            counts = counts.broadcast(both).mul(factor.broadcast(both));
        }
        return counts;
    }

    /** The data with padding around. */
    private INDArray padded(INDArray x, double value) {
        long[] shape = x.shape().clone();
        for (int i = 0; i < window.axes(); i++)
            shape[i + 1] += window.before().get(i) + window.after().get(i);
        INDArray padded = Nd4j.valueArrayOf(shape, value, x.dataType());
        padded.put(core(x), x);
        return padded;
    }

    /** Takes the padding off again. */
    private INDArray inner(INDArray padded, INDArray z) {
        return z.assign(padded.get(core(z)));
    }

    private INDArrayIndex[] core(INDArray x) {
        INDArrayIndex[] parts = new INDArrayIndex[x.rank()];
        for (int i = 0; i < parts.length; i++) {
            long begin = i == 0 || i == parts.length - 1 ? 0 : window.before().get(i - 1);
            parts[i] = NDArrayIndex.interval(begin, begin + x.size(i));
        }
        return parts;
    }

    /** What a tap meets at all places, in some channels: a view. */
    private INDArray met(INDArray padded, List<Long> tap, long from, long to) {
        List<INDArrayIndex> parts = new ArrayList<>();
        parts.add(NDArrayIndex.interval(0, padded.size(0)));
        for (int i = 0; i < window.axes(); i++) {
            long begin = tap.get(i) * window.dilation().get(i);
            long stride = window.stride().get(i);
            parts.add(Moves.places(begin, stride, places[i]));
        }
        parts.add(NDArrayIndex.interval(from, to));
        return padded.get(parts.toArray(INDArrayIndex[]::new));
    }

    private static INDArray rows(INDArray x) {
        return x.dup('c').reshape('c', x.length() / x.size(-1), x.size(-1));
    }

    private static INDArray product(INDArray a, INDArray b, boolean transposeA, boolean transposeB) {
        return Nd4j.gemm(a.dup('f'), b.dup('f'), transposeA, transposeB);
    }
}
