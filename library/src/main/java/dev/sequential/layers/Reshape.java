package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.Arrays;

/**
 * The same numbers under another shape, in row-major order: {@code (batch, …) → (batch, targetShape…)}.
 *
 * <pre>{@code
 * Reshape.of(28, 28, 1)
 * Reshape.of(-1, 4)       // whatever is left, in rows of 4
 * }</pre>
 *
 * @param targetShape without the batch axis; one length may be {@code -1}: what the others leave
 * @see <a href="https://keras.io/api/layers/reshaping_layers/reshape/">Keras: Reshape</a>
 */
public record Reshape(Shape targetShape) implements LayerSpec {
    /** @throws IllegalArgumentException if more than one length is -1 or one is 0 */
    public Reshape {
        Check.notNull(targetShape, "targetShape of Reshape");
        long open = Arrays.stream(targetShape.dims())
                .filter(d -> d == Shape.UNKNOWN)
                .count();
        Check.that(open <= 1, "targetShape of Reshape may have one -1, but received %s", targetShape);
    }

    /** A reshape to these lengths. */
    public static Reshape of(long... targetShape) {
        return new Reshape(Shape.of(targetShape));
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Shape rest = x.shape().slice(1, x.rank());
        Shape to = rest.isKnown() ? filled(rest) : targetShape;
        return x.reshape(Shape.of(x.dim(0)).and(to));
    }

    private Shape filled(Shape from) {
        Shape to = targetShape;
        for (int i = 0; i < to.rank(); i++) {
            if (to.dim(i) != Shape.UNKNOWN) continue;
            long others = to.withDim(i, 1).size();
            to = to.withDim(i, others == 0 ? 0 : from.size() / others);
        }
        Check.that(
                to.size() == from.size(),
                "Reshape cannot turn samples of shape %s with %d numbers into %s",
                from,
                from.size(),
                targetShape);
        return to;
    }
}
