package dev.sequential.engine.onednn;

import dev.sequential.engine.Shape;
import dev.sequential.engine.Window;
import dev.sequential.engine.loops.Layout;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.javacpp.LongPointer;

/** A window, and the tensors it meets, as oneDNN's convolutions and pools want them described. */
record Slide(Scope scope, Window window) {
    /** {@code (batch, …space, channels)}, which oneDNN names with the channels second. */
    dnnl_memory_desc image(Shape shape) {
        return scope.strided(channelsSecond(shape.dims()), channelsSecond(Layout.strides(shape)));
    }

    private static long[] channelsSecond(long[] last) {
        long[] second = last.clone();
        second[1] = last[last.length - 1];
        System.arraycopy(last, 1, second, 2, last.length - 2);
        return second;
    }

    /** A kernel as it lies in memory. */
    dnnl_memory_desc kernel(Shape shape, int groups) {
        return scope.strided(
                kernelDims(shape, groups),
                kernelAxes(
                        Layout.strides(shape),
                        groups,
                        shape.dim(-1) / groups * Layout.strides(shape)[shape.rank() - 1]));
    }

    /** A kernel in whichever layout oneDNN is fastest with. */
    dnnl_memory_desc anyKernel(Shape shape, int groups) {
        return scope.any(kernelDims(shape, groups));
    }

    private static long[] kernelDims(Shape shape, int groups) {
        long[] dims = kernelAxes(shape.dims(), groups, groups);
        dims[groups == 1 ? 0 : 1] /= groups;
        return dims;
    }

    /** From {@code (…size, channels, filters)} to {@code (groups, filters, channels, …size)}, one group left out. */
    private static long[] kernelAxes(long[] given, int groups, long ofGroups) {
        int axes = given.length - 2;
        IntStream order = IntStream.concat(IntStream.of(axes + 1, axes), IntStream.range(0, axes));
        long[] turned = order.mapToLong(i -> given[i]).toArray();
        if (groups == 1) return turned;
        long[] grouped = new long[turned.length + 1];
        grouped[0] = ofGroups;
        System.arraycopy(turned, 0, grouped, 1, turned.length);
        return grouped;
    }

    LongPointer size() {
        return longs(window.size(), n -> n);
    }

    LongPointer stride() {
        return longs(window.stride(), n -> n);
    }

    /** Elements left out between taps. */
    LongPointer gaps() {
        return longs(window.dilation(), n -> n - 1);
    }

    LongPointer before() {
        return longs(window.before(), n -> n);
    }

    LongPointer after() {
        return longs(window.after(), n -> n);
    }

    private LongPointer longs(List<Long> values, ToLongFunction<Long> each) {
        return scope.longs(values.stream().mapToLong(each).toArray());
    }
}
