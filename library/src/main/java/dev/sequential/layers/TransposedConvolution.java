package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Conv;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Window;
import dev.sequential.initializers.Initializer;
import dev.sequential.regularizers.Regularizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A transposed convolution of any dimension: each input spreads a kernel over the result. */
interface TransposedConvolution extends Filtering {
    int filters();

    Optional<List<Integer>> outputPadding();

    Initializer kernelInitializer();

    Regularizer kernelRegularizer();

    Constraint kernelConstraint();

    /** How the convolution slides whose transpose this is. */
    Sliding sliding();

    @Override
    default Tensor call(Call call, Tensor input) {
        Sliding sliding = sliding();
        Tensor x = sliding.enter(input);
        Tensor kernel = call.weight(
                "kernel",
                sliding.kernel(filters(), x.dim(-1)),
                kernelInitializer(),
                kernelRegularizer(),
                kernelConstraint());
        return finish(call, sliding, spread(x, kernel));
    }

    /**
     * Input i adds its kernel from place {@code i * stride} of the full result on; {@code cut} places of that are
     * left out
     * at the start, and the end is cut, or filled with zeros, to the length that Keras gives.
     */
    private Tensor spread(Tensor x, Tensor kernel) {
        Sliding sliding = sliding();
        Shape space = x.shape().slice(1, -1);
        List<Long> before = new ArrayList<>();
        List<Long> after = new ArrayList<>();
        long[] missing = new long[x.rank()];
        for (int i = 0; i < space.rank(); i++) {
            long cut = cut(sliding, i);
            before.add(cut);
            if (space.dim(i) == Shape.UNKNOWN) {
                after.add(0L);
                continue;
            }
            long full = (x.dim(i + 1) - 1) * sliding.strides().get(i) + sliding.reach(i);
            long length = length(sliding, i, x.dim(i + 1));
            long held = Math.min(length, full - cut + sliding.strides().get(i) - 1);
            after.add(Math.max(0, full - cut - held));
            missing[i + 1] = length - held;
            space = space.withDim(i, held);
        }
        Window window = new Window(
                Sliding.longs(sliding.size()),
                Sliding.longs(sliding.strides()),
                Sliding.longs(sliding.dilation()),
                before,
                after);
        Tensor y = Conv.transposed(x, kernel, window, 1, space);
        boolean whole = Arrays.stream(missing).allMatch(n -> n == 0);
        return whole ? y : y.pad(new long[x.rank()], missing, 0);
    }

    private long length(Sliding sliding, int axis, long inputs) {
        long stride = sliding.strides().get(axis);
        long reach = sliding.reach(axis);
        boolean same = sliding.padding() == Padding.SAME;
        if (outputPadding().isEmpty()) return same ? inputs * stride : (inputs - 1) * stride + Math.max(reach, stride);
        return (inputs - 1) * stride
                + (same ? reach % 2 : reach)
                + outputPadding().get().get(axis);
    }

    private long cut(Sliding sliding, int axis) {
        if (sliding.padding() != Padding.SAME) return 0;
        long reach = sliding.reach(axis);
        long both = outputPadding().isEmpty()
                ? sliding.strides().get(axis) + reach - 2
                : reach + reach % 2 - 2 + outputPadding().get().get(axis);
        return reach - 1 - Math.min((both + 1) / 2, reach - 1);
    }

    /** The option with a number for each axis. */
    static Optional<List<Integer>> eachOutputPadding(String layer, int axes, Optional<List<Integer>> given) {
        dev.sequential.engine.Check.notNull(given, "outputPadding of " + layer);
        return given.map(g -> Sizes.each("outputPadding of " + layer, axes, 0, g));
    }
}
