package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers to shares that add up to 1 along an axis: {@code e^x / Σ e^x}. Shape unchanged. What a mask leaves out gets
 * the share 0.
 *
 * <pre>{@code
 * Softmax.of()
 * Softmax.of(1, 2)    // one distribution over both axes
 * }</pre>
 *
 * @param axis the axis, or several that are taken together; default the last
 * @see <a href="https://keras.io/api/layers/activation_layers/softmax/">Keras: Softmax</a>
 */
public record Softmax(List<Integer> axis) implements LayerSpec {
    private static final double MASKED = -1e9;

    /** @throws IllegalArgumentException if there is no axis */
    public Softmax {
        axis = List.copyOf(axis);
        Check.that(!axis.isEmpty(), "axis of Softmax must not be empty");
    }

    /** Along the last axis. */
    public static Softmax of() {
        return of(-1);
    }

    /** Along this axis, or several together. */
    public static Softmax of(int... axis) {
        return new Softmax(IntStream.of(axis).boxed().toList());
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Check.that(x.rank() > 1, "Softmax expects shape (batch, …, features), but received %s", x.shape());
        Tensor mask = call.mask();
        if (mask == null) return shares(x);
        while (mask.rank() < x.rank()) mask = mask.expandDims(-1);
        return mask.select(shares(mask.select(x, x.like(MASKED))), x.like(0));
    }

    private Tensor shares(Tensor x) {
        if (axis.size() == 1) return x.softmax(axis.get(0));
        int[] axes = axis.stream().mapToInt(a -> a).toArray();
        Tensor e = x.minus(x.detach().fold(Reduce.Kind.MAX, true, axes)).exp();
        return e.dividedBy(e.fold(Reduce.Kind.SUM, true, axes));
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
