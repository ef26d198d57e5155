package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The products of two inputs' vectors along an axis each, sample by sample: {@code Σ a·b}.
 * {@code (batch, n), (batch, n) → (batch, 1)} and {@code (batch, i, n), (batch, n, j) → (batch, i, j)}.
 *
 * <pre>{@code
 * Tensor similarity = Dot.of(1).normalized().apply(a, b);   // cosine
 * Tensor scores = Dot.of(2, 1).apply(a, b);
 * }</pre>
 *
 * @param axes the axis of both inputs, or one for each; the batch is 0 and cannot be it
 * @param normalize whether vectors are scaled to length 1 before, which gives their cosine; default false
 * @see <a href="https://keras.io/api/layers/merging_layers/dot/">Keras: Dot</a>
 */
public record Dot(List<Integer> axes, boolean normalize) implements LayerSpec {
    /** @throws IllegalArgumentException if there are neither one nor two axes, or one is the batch */
    public Dot {
        axes = List.copyOf(axes);
        Check.that(axes.size() == 1 || axes.size() == 2, "axes of Dot must be one or two, but received %s", axes);
        Check.that(!axes.contains(0), "axes of Dot must not contain 0, the batch, but received %s", axes);
    }

    /** Along the same axis of both inputs; a negative one counts from the last. */
    public static Dot of(int axis) {
        return new Dot(List.of(axis), false);
    }

    /** Along one axis of the first input and one of the second. */
    public static Dot of(int first, int second) {
        return new Dot(List.of(first, second), false);
    }

    /** With vectors scaled to length 1. */
    public Dot normalized() {
        return new Dot(axes, true);
    }

    @Override
    public List<Tensor> call(Call call, List<Tensor> inputs) {
        call.outputMask(null);
        Check.that(inputs.size() == 2, "Dot takes 2 inputs, but received %d", inputs.size());
        Tensor a = inputs.get(0);
        Tensor b = inputs.get(1);
        Check.that(
                a.rank() >= 2 && b.rank() >= 2,
                "Dot expects inputs of two axes or more, but received %s and %s",
                a.shape(),
                b.shape());
        int ofA = a.shape().axis(axes.get(0));
        int ofB = b.shape().axis(axes.get(axes.size() - 1));
        Check.that(
                ofA != 0 && ofB != 0,
                "Dot cannot sum over the batch, axis 0, but axes are %s of %s and %s",
                axes,
                a.shape(),
                b.shape());
        Check.that(
                Shape.of(a.dim(ofA)).matches(Shape.of(b.dim(ofB))),
                "Dot expects axes of one length, but axis %d of %s has %d and axis %d of %s has %d",
                ofA,
                a.shape(),
                a.dim(ofA),
                ofB,
                b.shape(),
                b.dim(ofB));
        Tensor left = normalize ? Norms.unit(a, ofA) : a;
        Tensor right = normalize ? Norms.unit(b, ofB) : b;
        Shape rest = a.shape().without(ofA).and(b.shape().without(0, ofB));
        Tensor product = rows(left, ofA).matmul(rows(right, ofB), false, true);
        return List.of(product.reshape(rest.rank() == 1 ? rest.and(Shape.of(1)) : rest));
    }

    /** {@code (batch, others, length)}. */
    private static Tensor rows(Tensor x, int axis) {
        int[] order = IntStream.concat(IntStream.range(0, x.rank()).filter(i -> i != axis), IntStream.of(axis))
                .toArray();
        long others = 1;
        for (int i = 1; i < x.rank(); i++) {
            if (i != axis) others = x.dim(i) == Shape.UNKNOWN || others < 0 ? Shape.UNKNOWN : others * x.dim(i);
        }
        return x.transpose(order).reshape(x.dim(0), others, x.dim(axis));
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return call(call, List.of(x)).get(0);
    }
}
