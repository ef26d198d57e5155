package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * {@code x · scale + offset}, shape unchanged.
 *
 * <pre>{@code
 * Rescaling.of(1 / 255.0)
 * Rescaling.of(1 / 127.5, -1)
 * }</pre>
 *
 * @param scale the factor, or one for each place of the last axis
 * @param offset what is added, or one for each place of the last axis; default 0
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_preprocessing/rescaling/">Keras: Rescaling</a>
 */
public record Rescaling(List<Double> scale, List<Double> offset) implements LayerSpec {
    /** @throws IllegalArgumentException if scale or offset are empty */
    public Rescaling {
        scale = List.copyOf(scale);
        offset = List.copyOf(offset);
        Check.that(!scale.isEmpty(), "scale of Rescaling must not be empty");
        Check.that(!offset.isEmpty(), "offset of Rescaling must not be empty");
    }

    /** By a factor. */
    public static Rescaling of(double scale) {
        return of(scale, 0);
    }

    /** By a factor and an offset. */
    public static Rescaling of(double scale, double offset) {
        return new Rescaling(List.of(scale), List.of(offset));
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Tensor y = x.cast(call.floatType());
        if (scale.size() == 1 && offset.size() == 1) return y.affine(scale.get(0), offset.get(0));
        return y.times(vector(scale, y)).plus(vector(offset, y));
    }

    private static Tensor vector(List<Double> values, Tensor x) {
        if (values.size() == 1) return x.like(values.get(0));
        Check.that(
                x.rank() > 0 && x.dim(-1) == values.size(),
                "Rescaling by %d numbers expects as many along the last axis, but received shape %s",
                values.size(),
                x.shape());
        double[] numbers = values.stream().mapToDouble(d -> d).toArray();
        return Tensor.constant(numbers, Shape.of(numbers.length), x.dtype());
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
