package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Pool;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How the window of a layer slides over the spatial axes of its input: what convolutions and pools of all dimensions
 * share.
 *
 * @param layer the layer's kind, for messages
 */
record Sliding(
        String layer,
        List<Integer> size,
        List<Integer> strides,
        List<Integer> dilation,
        Padding padding,
        DataFormat dataFormat) {

    /** Checks the options of a layer with so many spatial axes and gives each axis its number. */
    static Sliding of(
            String layer,
            int axes,
            String ofSize,
            List<Integer> size,
            List<Integer> strides,
            List<Integer> dilation,
            Padding padding,
            DataFormat dataFormat) {
        Sliding sliding = new Sliding(
                layer,
                Sizes.each(ofSize + " of " + layer, axes, 1, size),
                Sizes.each("strides of " + layer, axes, 1, strides),
                Sizes.each("dilationRate of " + layer, axes, 1, dilation),
                Check.notNull(padding, "padding of " + layer),
                Check.notNull(dataFormat, "dataFormat of " + layer));
        Check.that(
                Collections.max(sliding.strides) == 1 || Collections.max(sliding.dilation) == 1,
                "%s can have strides or a dilationRate above 1, not both, but received %s and %s",
                layer,
                sliding.strides,
                sliding.dilation);
        Check.that(
                padding != Padding.CAUSAL || layer.equals("Conv1D"),
                "padding of %s must be VALID or SAME; only Conv1D can be CAUSAL",
                layer);
        return sliding;
    }

    /** The input with its channels last. */
    Tensor enter(Tensor x) {
        space().checked(x);
        return dataFormat.toLast(x);
    }

    private Space space() {
        return new Space(layer, size.size(), dataFormat);
    }

    /** The largest or the mean number in the window at each place. */
    Tensor pool(Pool.Kind kind, Tensor input) {
        Tensor x = enter(input);
        return leave(kind == Pool.Kind.MAX ? Pool.max(x, window(x)) : Pool.average(x, window(x)));
    }

    /** A result with its channels where the input had them. */
    Tensor leave(Tensor y) {
        return dataFormat.fromLast(y);
    }

    /** The window over this input, whose channels are last. */
    Window window(Tensor x) {
        List<Long> before = new ArrayList<>();
        List<Long> after = new ArrayList<>();
        for (int i = 0; i < size.size(); i++) {
            long length = x.dim(i + 1);
            long total = padding == Padding.VALID ? 0 : padding == Padding.CAUSAL ? reach(i) - 1 : same(i, length);
            before.add(padding == Padding.CAUSAL ? total : total / 2);
            after.add(total - before.get(i));
            Check.that(
                    length == Shape.UNKNOWN || length + total >= reach(i),
                    "%s has a window that reaches over %d, which does not fit axis %d of shape %s. Use padding SAME or a smaller window.",
                    layer,
                    reach(i),
                    i + space().first(),
                    leave(x).shape());
        }
        return new Window(longs(size), longs(strides), longs(dilation), before, after);
    }

    private long same(int axis, long length) {
        long stride = strides.get(axis);
        if (length == Shape.UNKNOWN) return reach(axis) - 1;
        long places = (length + stride - 1) / stride;
        return Math.max((places - 1) * stride + reach(axis) - length, 0);
    }

    /** Elements from the first tap of the window to the last, both included. */
    long reach(int axis) {
        return (size.get(axis) - 1L) * dilation.get(axis) + 1;
    }

    /** The shape of a kernel: the window's size, then these lengths. */
    Shape kernel(long... channels) {
        return Shape.of(size.stream().mapToLong(Integer::longValue).toArray()).and(Shape.of(channels));
    }

    static List<Long> longs(List<Integer> values) {
        return values.stream().map(Integer::longValue).toList();
    }
}
