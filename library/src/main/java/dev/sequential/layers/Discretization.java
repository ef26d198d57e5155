package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Numbers to the index of the bin they are in: how many boundaries are not above them. Shape unchanged in mode int, see
 * {@link CategoryEncoding} for the others.
 *
 * <pre>{@code
 * Discretization.of(0, 0.5, 1)                       // 4 bins
 * Discretization.bins(10).adapted(x)                 // 10 bins of about the same number of values
 * }</pre>
 *
 * @param binBoundaries in rising order; none as long as {@link #adapted} has not found them
 * @param numBins number of bins to be found in data; none if boundaries are given
 * @param epsilon how far the share of a found bin may be off, above 0 and at most 1; default 0.01
 * @param outputMode {@code int} (default), {@code one_hot}, {@code multi_hot} or {@code count}
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/numerical/discretization/">Keras: Discretization</a>
 */
public record Discretization(List<Double> binBoundaries, OptionalInt numBins, double epsilon, OutputMode outputMode)
        implements LayerSpec {
    /** @throws IllegalArgumentException if neither boundaries nor a number of bins is given, or boundaries do not rise */
    public Discretization {
        binBoundaries = List.copyOf(binBoundaries);
        Check.that(!binBoundaries.isEmpty() || numBins.isPresent(), "Discretization needs binBoundaries or numBins");
        Check.atLeast(1, numBins.orElse(1), "numBins of Discretization");
        Check.that(
                epsilon > 0 && epsilon <= 1,
                "epsilon of Discretization must be above 0 and at most 1, but received %s",
                epsilon);
        Check.that(
                binBoundaries.equals(binBoundaries.stream().sorted().toList()),
                "binBoundaries of Discretization must rise, but received %s",
                binBoundaries);
        Check.that(
                outputMode != null && outputMode != OutputMode.TF_IDF,
                "outputMode of Discretization must be int, one_hot, multi_hot or count, but received %s",
                outputMode);
    }

    /** Bins between these boundaries. */
    public static Discretization of(double... binBoundaries) {
        List<Double> boundaries = Arrays.stream(binBoundaries).boxed().toList();
        return new Discretization(boundaries, OptionalInt.empty(), 0.01, OutputMode.INT);
    }

    /** So many bins, which {@link #adapted} finds in data. */
    public static Discretization bins(int numBins) {
        return new Discretization(List.of(), OptionalInt.of(numBins), 0.01, OutputMode.INT);
    }

    /** This layer in another mode. */
    public Discretization outputMode(OutputMode mode) {
        return new Discretization(binBoundaries, numBins, epsilon, mode);
    }

    /** This layer with boundaries between which there is about the same number of values of some data. */
    public Discretization adapted(INDArray... data) {
        Check.that(
                numBins.isPresent(),
                "Discretization with given boundaries cannot adapt. Begin with Discretization.bins.");
        Quantiles quantiles = new Quantiles(epsilon);
        for (INDArray batch : data)
            quantiles.add(batch.castTo(DataType.FLOAT).dup('c').ravel().toFloatVector());
        return new Discretization(quantiles.boundaries(numBins.getAsInt()), numBins, epsilon, outputMode);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Check.that(
                !binBoundaries.isEmpty(),
                "Discretization does not know its boundaries yet. Use Discretization.bins(%d).adapted(data).",
                numBins.orElse(0));
        Tensor y = x.cast(call.floatType()).expandDims(-1);
        double[] bounds = binBoundaries.stream().mapToDouble(d -> d).toArray();
        Tensor below = y.greaterOrEqual(Tensor.constant(bounds, Shape.of(bounds.length), y.dtype()));
        return Categories.encoded(below.sum(-1).cast(DType.INT32), outputMode, bounds.length + 1, null);
    }
}
