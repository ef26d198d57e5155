package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Initializer;
import dev.sequential.initializers.RandomUniform;
import dev.sequential.regularizers.Regularizer;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * An {@link Embedding} that also goes back, from vectors to a score for each integer: {@code x · embeddingsᵀ}, or
 * {@code x · reverse_embeddings} if the weights are not tied. A second call of the same layer does that:
 *
 * <pre>{@code
 * ReversibleEmbedding spec = ReversibleEmbedding.of(20000, 128);
 * Layer tokens = spec.named("tokens");
 * Tensor vectors = tokens.apply(ids);                                    // (batch, time, 128)
 * Tensor scores = tokens.called(spec.reversed()).apply(vectors);         // (batch, time, 20000)
 * }</pre>
 *
 * @param inputDim number of rows, 1 or more; inputs are from 0 to below it
 * @param outputDim length of the vectors, 1 or more
 * @param tieWeights whether the way back uses the same table; default true
 * @param embeddingsInitializer first values; default uniform from -0.05 to 0.05
 * @param embeddingsRegularizer penalty on the table; default none
 * @param activityRegularizer penalty on the result, divided by the batch size; default none
 * @param embeddingsConstraint applied to the table after each update; default none
 * @param maskZero whether 0 is padding; default false
 * @param logitSoftCap scores become {@code cap * tanh(score / cap)}; default as they are
 * @param reverse whether this call goes back; belongs to a call, not to the saved layer
 * @see <a href="https://keras.io/api/layers/core_layers/reversible_embedding/">Keras: ReversibleEmbedding</a>
 */
@Config
public record ReversibleEmbedding(
        int inputDim,
        int outputDim,
        boolean tieWeights,
        Initializer embeddingsInitializer,
        Regularizer embeddingsRegularizer,
        Regularizer activityRegularizer,
        Constraint embeddingsConstraint,
        boolean maskZero,
        OptionalDouble logitSoftCap,
        boolean reverse)
        implements LayerSpec {
    public ReversibleEmbedding {
        Check.notNull(logitSoftCap, "logitSoftCap of ReversibleEmbedding");
        Check.atLeast(1, inputDim, "inputDim of ReversibleEmbedding");
        Check.atLeast(1, outputDim, "outputDim of ReversibleEmbedding");
        Check.that(
                logitSoftCap.orElse(1) > 0,
                "logitSoftCap of ReversibleEmbedding must be above 0, but received %s",
                logitSoftCap);
    }

    /** A table of so many vectors of this length. */
    public static ReversibleEmbedding of(int inputDim, int outputDim) {
        return new ReversibleEmbedding(
                inputDim,
                outputDim,
                true,
                RandomUniform.of(),
                Regularizer.NONE,
                Regularizer.NONE,
                Constraint.NONE,
                false,
                OptionalDouble.empty(),
                false);
    }

    /** A table of so many vectors of this length, with options. */
    public static ReversibleEmbedding of(int inputDim, int outputDim, Consumer<ReversibleEmbeddingBuilder> options) {
        ReversibleEmbeddingBuilder builder = ReversibleEmbeddingBuilder.builder(of(inputDim, outputDim));
        options.accept(builder);
        return builder.build();
    }

    /** The way back. */
    public ReversibleEmbedding reversed() {
        return ReversibleEmbeddingBuilder.builder(this).reverse(true).build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Tensor table = forward().table(call);
        Tensor back = tieWeights
                ? null
                : call.weight("reverse_embeddings", Shape.of(outputDim, inputDim), embeddingsInitializer);
        if (!reverse) return forward().call(call, x);
        Tensor scores = back == null ? x.matmul(table, false, true) : x.matmul(back);
        if (logitSoftCap.isEmpty()) return call.penalized(scores, activityRegularizer);
        double cap = logitSoftCap.getAsDouble();
        return call.penalized(scores.dividedBy(cap).tanh().times(cap), activityRegularizer);
    }

    private Embedding forward() {
        return new Embedding(
                inputDim,
                outputDim,
                embeddingsInitializer,
                embeddingsRegularizer,
                activityRegularizer,
                embeddingsConstraint,
                maskZero);
    }

    /** On the way back the mask of the vectors goes on. */
    @Override
    public boolean supportsMasking() {
        return reverse;
    }
}
