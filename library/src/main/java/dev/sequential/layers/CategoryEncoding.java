package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Loading;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Integers as vectors of 0 and 1, or of counts. {@code (batch, n) → (batch, numTokens)}; one-hot
 * {@code (batch, …) → (batch, …, numTokens)}. An integer outside is an error when it comes.
 *
 * <pre>{@code
 * CategoryEncoding.of(10)                               // which occur
 * CategoryEncoding.of(10, OutputMode.ONE_HOT)
 * Tensor y = CategoryEncoding.of(10, OutputMode.COUNT).apply(ids, weights);
 * }</pre>
 *
 * @param numTokens number of categories, 1 or more; inputs are from 0 to below it
 * @param outputMode what vectors say: {@code multi_hot} (default), {@code one_hot} or {@code count}
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/categorical/category_encoding/">Keras: CategoryEncoding</a>
 */
public record CategoryEncoding(int numTokens, OutputMode outputMode) implements LayerSpec {
    /** @throws IllegalArgumentException if numTokens is below 1 or the mode is int or tf_idf */
    public CategoryEncoding {
        Check.atLeast(1, numTokens, "numTokens of CategoryEncoding");
        Check.that(
                outputMode != null && outputMode != OutputMode.INT && outputMode != OutputMode.TF_IDF,
                "outputMode of CategoryEncoding must be multi_hot, one_hot or count, but received %s",
                outputMode);
    }

    /** Which of so many categories occur. */
    public static CategoryEncoding of(int numTokens) {
        return of(numTokens, OutputMode.MULTI_HOT);
    }

    /** In a mode of your choice. */
    public static CategoryEncoding of(int numTokens, OutputMode outputMode) {
        return new CategoryEncoding(numTokens, outputMode);
    }

    @Override
    public List<Tensor> call(Call call, List<Tensor> inputs) {
        Check.that(
                inputs.size() == 1 || inputs.size() == 2 && outputMode == OutputMode.COUNT,
                "CategoryEncoding takes one input and, in mode count, weights, but received %d inputs in mode %s",
                inputs.size(),
                outputMode);
        Tensor places = checked(inputs.get(0).cast(DType.INT32));
        return List.of(Categories.encoded(places, outputMode, numTokens, inputs.size() > 1 ? inputs.get(1) : null));
    }

    /** Looks the integers up in a list of themselves, which refuses those outside. */
    private Tensor checked(Tensor places) {
        Loading.computes("The integers of CategoryEncoding", numTokens);
        double[] all = IntStream.range(0, numTokens).asDoubleStream().toArray();
        return Tensor.constant(all, Shape.of(numTokens), DType.FLOAT32).gather(places);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return call(call, List.of(x)).get(0);
    }
}
