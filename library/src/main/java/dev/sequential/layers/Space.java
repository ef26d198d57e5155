package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The axes of a layer's input between batch and channels.
 *
 * @param layer the layer's kind, for messages
 * @param axes how many there are
 */
record Space(String layer, int axes, DataFormat dataFormat) {
    /** Refuses an input of another rank and returns it otherwise. */
    Tensor checked(Tensor x) {
        Check.that(x.rank() == axes + 2, "%s expects shape %s, but received %s", layer, expected(), x.shape());
        return x;
    }

    private String expected() {
        String space = axes == 1
                ? "steps"
                : String.join(", ", List.of("depth", "height", "width").subList(3 - axes, 3));
        return dataFormat == DataFormat.CHANNELS_LAST
                ? "(batch, " + space + ", channels)"
                : "(batch, channels, " + space + ")";
    }

    /** The number of the first of the axes. */
    int first() {
        return dataFormat == DataFormat.CHANNELS_LAST ? 1 : 2;
    }

    /** The numbers of all of them. */
    int[] all() {
        return IntStream.range(first(), first() + axes).toArray();
    }

    /** Zeros put before and after each axis. */
    Tensor padded(Tensor x, List<List<Integer>> amounts) {
        return padded(x, amounts, 0);
    }

    /** One number put before and after each axis. */
    Tensor padded(Tensor x, List<List<Integer>> amounts, double value) {
        long[] before = new long[axes + 2];
        long[] after = new long[axes + 2];
        for (int i = 0; i < axes; i++) {
            before[first() + i] = amounts.get(i).get(0);
            after[first() + i] = amounts.get(i).get(1);
        }
        return checked(x).pad(before, after, value);
    }

    /** Elements taken off before and after on each axis. */
    Tensor cropped(Tensor x, List<List<Integer>> amounts) {
        Tensor y = checked(x);
        for (int i = 0; i < axes; i++) {
            int axis = first() + i;
            long before = amounts.get(i).get(0);
            long after = amounts.get(i).get(1);
            if (before + after == 0) continue;
            Check.that(
                    x.dim(axis) != Shape.UNKNOWN && before + after < x.dim(axis),
                    "%s cannot take %d and %d off axis %d of shape %s",
                    layer,
                    before,
                    after,
                    axis,
                    x.shape());
            y = y.slice(axis, before, x.dim(axis) - after);
        }
        return y;
    }

    /** Each element as many times in a row. */
    Tensor repeated(Tensor x, List<Integer> times) {
        Shape apart = checked(x).shape();
        Shape wide = apart;
        Shape joined = apart;
        for (int i = axes - 1; i >= 0; i--) {
            int axis = first() + i;
            long length = x.dim(axis);
            apart = apart.inserted(axis + 1, 1);
            wide = wide.inserted(axis + 1, times.get(i));
            joined = joined.withDim(axis, length == Shape.UNKNOWN ? length : length * times.get(i));
        }
        return x.reshape(apart).broadcastTo(wide).reshape(joined);
    }

    /** An image resampled to this height and width. */
    Tensor resampled(Resampling how, Tensor x, long height, long width) {
        return how.along(how.along(checked(x), first(), height), first() + 1, width);
    }

    /** Each axis cut into as many bands, and each band folded into one element. */
    Tensor bands(Reduce.Kind kind, Tensor x, List<Integer> counts) {
        Tensor y = checked(x);
        for (int i = 0; i < axes; i++) y = bands(kind, y, first() + i, counts.get(i));
        return y;
    }

    /** Band i of n over m elements goes from {@code ⌊i·m/n⌋} to {@code ⌈(i + 1)·m/n⌉}, so neighbours may overlap. */
    private static Tensor bands(Reduce.Kind kind, Tensor x, int axis, int count) {
        long length = x.dim(axis);
        if (length == Shape.UNKNOWN)
            return x.slice(axis, 0, 1).broadcastTo(x.shape().withDim(axis, count));
        Tensor[] bands = new Tensor[count];
        for (int i = 0; i < count; i++) {
            long from = i * length / count;
            long to = ((i + 1) * length + count - 1) / count;
            bands[i] = x.slice(axis, from, to).fold(kind, true, axis);
        }
        return count == 1 ? bands[0] : bands[0].concat(axis, Arrays.copyOfRange(bands, 1, count));
    }
}
