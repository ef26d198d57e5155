package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Ones;
import dev.sequential.initializers.Zeros;
import java.util.List;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Features of mean 0 and variance 1 over all data: {@code (x - mean) / max(√variance, 1e-7)}, shape unchanged. Mean and
 * variance are given or computed from data beforehand; training does not change them.
 *
 * <p>Weights, if mean and variance are not given: states mean and variance, shaped like the axes, and count.
 *
 * <pre>{@code
 * Normalization scaled = Normalization.of().adapted(x);      // a mean for each feature
 * Sequential.of(Input.of(13), scaled, Dense.of(1))
 * }</pre>
 *
 * @param axis the axes that have a mean and variance for each place; none for one of everything; default the last
 * @param invert whether it goes back, from normalised to original numbers; default false
 * @param mean means in row-major order of the axes, or a single one; none as long as nothing is known
 * @param variance variances, as many as means
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/numerical/normalization/">Keras: Normalization</a>
 */
@Config
public record Normalization(List<Integer> axis, boolean invert, List<Double> mean, List<Double> variance)
        implements LayerSpec {
    private static final double TINY = 1e-7;

    /** @throws IllegalArgumentException if there are not as many means as variances */
    public Normalization {
        axis = List.copyOf(axis);
        mean = List.copyOf(mean);
        variance = List.copyOf(variance);
        Check.that(
                mean.size() == variance.size(),
                "Normalization needs as many variances as means, but received %d and %d",
                variance.size(),
                mean.size());
    }

    /** For each place of the last axis; {@link #adapted} tells it mean and variance. */
    public static Normalization of() {
        return new Normalization(List.of(-1), false, List.of(), List.of());
    }

    /** With options. */
    public static Normalization of(Consumer<NormalizationBuilder> options) {
        NormalizationBuilder builder = NormalizationBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    /** This normalisation with mean and variance of some data, which may come in several batches. */
    public Normalization adapted(INDArray... data) {
        Check.that(data.length > 0, "Normalization needs data to adapt to");
        Moments moments = Moments.of(data[0], axis);
        for (int i = 1; i < data.length; i++) moments = moments.and(Moments.of(data[i], axis));
        return new Normalization(axis, invert, moments.means(), moments.variances());
    }

    @Override
    public Tensor call(Call call, Tensor given) {
        Tensor x = given.cast(call.floatType());
        int[] axes = Norms.axes(axis, x);
        Shape shape = Norms.lengths(x, axes);
        boolean open = mean.isEmpty();
        Tensor center = open ? call.state("mean", shape, Zeros.of()) : constant(mean, shape, x);
        Tensor spread = open ? call.state("variance", shape, Ones.of()) : constant(variance, shape, x);
        if (open) call.state("count", Shape.scalar(), Zeros.of());
        center = Norms.spread(center, x, axes);
        Tensor deviation = Norms.spread(spread, x, axes).sqrt().maximum(TINY);
        return invert ? x.times(deviation).plus(center) : x.minus(center).dividedBy(deviation);
    }

    private static Tensor constant(List<Double> values, Shape shape, Tensor x) {
        double[] numbers = values.stream().mapToDouble(d -> d).toArray();
        if (numbers.length == 1) return Tensor.fill(numbers[0], shape, x.dtype());
        Check.that(
                shape.isKnown() && shape.size() == numbers.length,
                "Normalization has %d means, but received shape %s with lengths %s along its axes",
                numbers.length,
                x.shape(),
                shape);
        return Tensor.constant(numbers, shape, x.dtype());
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
