package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.DType;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Initializer;
import dev.sequential.initializers.RandomUniform;
import dev.sequential.regularizers.Regularizer;
import java.util.function.Consumer;

/**
 * A vector for each integer: row {@code i} of the table {@code embeddings} for {@code i}. {@code (batch, …) → (batch, …,
 * outputDim)}. Weight: embeddings {@code (inputDim, outputDim)}. The gradient is dense, as on Keras's JAX backend:
 * optimizers with momentum move rows that a batch does not use too.
 *
 * <pre>{@code
 * Embedding.of(20000, 128)
 * Embedding.of(20000, 128, e -> e.maskZero(true))    // 0 is padding
 * }</pre>
 *
 * @param inputDim number of rows, 1 or more; inputs are from 0 to below it
 * @param outputDim length of the vectors, 1 or more
 * @param embeddingsInitializer first values; default uniform from -0.05 to 0.05
 * @param embeddingsRegularizer penalty on the table; default none
 * @param activityRegularizer penalty on the result, divided by the batch size; default none
 * @param embeddingsConstraint applied to the table after each update; default none
 * @param maskZero whether 0 is padding, which later layers and the loss leave out; default false
 * @see <a href="https://keras.io/api/layers/core_layers/embedding/">Keras: Embedding</a>
 */
@Config
public record Embedding(
        int inputDim,
        int outputDim,
        Initializer embeddingsInitializer,
        Regularizer embeddingsRegularizer,
        Regularizer activityRegularizer,
        Constraint embeddingsConstraint,
        boolean maskZero)
        implements LayerSpec {
    /** @throws IllegalArgumentException if a dimension is below 1 or an option is null */
    public Embedding {
        Check.atLeast(1, inputDim, "inputDim of Embedding");
        Check.atLeast(1, outputDim, "outputDim of Embedding");
        Check.notNull(embeddingsInitializer, "embeddingsInitializer of Embedding");
        Check.notNull(embeddingsRegularizer, "embeddingsRegularizer of Embedding");
        Check.notNull(activityRegularizer, "activityRegularizer of Embedding");
        Check.notNull(embeddingsConstraint, "embeddingsConstraint of Embedding");
    }

    /** A table of so many vectors of this length. */
    public static Embedding of(int inputDim, int outputDim) {
        return new Embedding(
                inputDim, outputDim, RandomUniform.of(), Regularizer.NONE, Regularizer.NONE, Constraint.NONE, false);
    }

    /** A table of so many vectors of this length, with options. */
    public static Embedding of(int inputDim, int outputDim, Consumer<EmbeddingBuilder> options) {
        EmbeddingBuilder builder = EmbeddingBuilder.builder(of(inputDim, outputDim));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        if (maskZero) call.outputMask(x.cast(DType.FLOAT32).notEqualTo(0));
        return call.penalized(table(call).gather(x.cast(DType.INT32)), activityRegularizer);
    }

    Tensor table(Call call) {
        Shape shape = Shape.of(inputDim, outputDim);
        return call.weight("embeddings", shape, embeddingsInitializer, embeddingsRegularizer, embeddingsConstraint);
    }
}
