package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.GlorotUniform;
import dev.sequential.initializers.Initializer;
import dev.sequential.initializers.Zeros;
import dev.sequential.regularizers.Regularizer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Attention of several heads: each projects query, key and value, {@code softmax(query · keyᵀ / √keyDim) · value}, and a
 * last projection joins them.
 *
 * <p>Inputs: query {@code (batch, T, d)}, value {@code (batch, S, d)}, and if you like key {@code (batch, S, d)} and
 * attention mask {@code (batch, T, S)} of 0 and 1; without a key the value is the key. Masks of the inputs count too.
 *
 * <p>Weights, each a kernel and a bias: query and key {@code (d, numHeads, keyDim)}, value {@code (d, numHeads, valueDim)},
 * attention_output {@code (numHeads, valueDim, d)}.
 *
 * <pre>{@code
 * Tensor y = MultiHeadAttention.of(8, 64).apply(x, x);
 * List<Tensor> both = MultiHeadAttention.of(8, 64, m -> m.returnAttentionScores(true)).applyAll(query, value);
 * }</pre>
 *
 * @param numHeads number of heads, 1 or more
 * @param keyDim length of a head's queries and keys, 1 or more
 * @param valueDim length of a head's values; default keyDim
 * @param dropout share of the scores that training drops, from 0 to 1; default 0
 * @param useBias whether projections have a bias; default true
 * @param outputShape lengths of the result after its steps; default the query's
 * @param attentionAxes axes along which queries see values, the batch being 0; default all between batch and features
 * @param kernelInitializer first values of the kernels; default Glorot uniform
 * @param biasInitializer first values of the biases; default zeros
 * @param kernelRegularizer penalty on the kernels; default none
 * @param biasRegularizer penalty on the biases; default none
 * @param activityRegularizer penalty on the result, divided by the batch size; default none
 * @param kernelConstraint applied to the kernels after each update; default none
 * @param biasConstraint applied to the biases after each update; default none
 * @param seed makes the dropout independent of the model's seed; default none
 * @param useCausalMask whether a query sees only values up to its own place; belongs to a call, not to the saved layer;
 *     default false
 * @param returnAttentionScores whether the shares are a second result, from {@code applyAll}; belongs to a call; default
 *     false
 * @see <a href="https://keras.io/api/layers/attention_layers/multi_head_attention/">Keras: MultiHeadAttention</a>
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. 2017</a>
 */
@Config
public record MultiHeadAttention(
        int numHeads,
        int keyDim,
        OptionalInt valueDim,
        double dropout,
        boolean useBias,
        Optional<Shape> outputShape,
        List<Integer> attentionAxes,
        Initializer kernelInitializer,
        Initializer biasInitializer,
        Regularizer kernelRegularizer,
        Regularizer biasRegularizer,
        Regularizer activityRegularizer,
        Constraint kernelConstraint,
        Constraint biasConstraint,
        OptionalLong seed,
        boolean useCausalMask,
        boolean returnAttentionScores)
        implements HeadedAttention {
    /** @throws IllegalArgumentException if a number is below 1, dropout is not from 0 to 1 or an option is null */
    public MultiHeadAttention {
        Check.atLeast(1, numHeads, "numHeads of MultiHeadAttention");
        Check.atLeast(1, keyDim, "keyDim of MultiHeadAttention");
        Check.atLeast(1, valueDim.orElse(1), "valueDim of MultiHeadAttention");
        Check.notNull(outputShape, "outputShape of MultiHeadAttention");
        attentionAxes = List.copyOf(attentionAxes);
        HeadedAttention.check(
                "MultiHeadAttention",
                kernelInitializer,
                biasInitializer,
                kernelRegularizer,
                biasRegularizer,
                activityRegularizer,
                kernelConstraint,
                biasConstraint);
        Attending.check("MultiHeadAttention", dropout, seed);
    }

    /** So many heads with keys of this length. */
    public static MultiHeadAttention of(int numHeads, int keyDim) {
        return new MultiHeadAttention(
                numHeads,
                keyDim,
                OptionalInt.empty(),
                0,
                true,
                Optional.empty(),
                List.of(),
                GlorotUniform.of(),
                Zeros.of(),
                Regularizer.NONE,
                Regularizer.NONE,
                Regularizer.NONE,
                Constraint.NONE,
                Constraint.NONE,
                OptionalLong.empty(),
                false,
                false);
    }

    /** So many heads with keys of this length, with options. */
    public static MultiHeadAttention of(int numHeads, int keyDim, Consumer<MultiHeadAttentionBuilder> options) {
        MultiHeadAttentionBuilder builder = MultiHeadAttentionBuilder.builder(of(numHeads, keyDim));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public List<Tensor> call(Call call, List<Tensor> inputs) {
        checkInputs(inputs);
        Tensor query = inputs.get(0);
        Tensor value = inputs.get(1);
        Tensor key = inputs.size() > 2 ? inputs.get(2) : value;
        AttentionAxes axes = AttentionAxes.of(attentionAxes, query.rank());
        boolean fused = dropout == 0 && !returnAttentionScores && query.rank() == 3;
        Tensor q = heads(call, "query", axes.flat(query), numHeads, keyDim);
        Tensor k = heads(call, "key", axes.flat(key), numHeads, keyDim);
        Tensor v = heads(call, "value", axes.flat(value), numHeads, valueDim.orElse(keyDim));
        Tensor seen = axes.repeated(seen(call, inputs, axes), query.shape());
        List<Tensor> both = attended(call, q.times(1 / Math.sqrt(keyDim)), k, v, seen, !fused);
        Tensor y = call.child("attention_output", joining(query), both.get(0));
        return results(axes.unflat(y, query.shape()), axes.scores(both.get(1), query.shape(), value.shape()));
    }

    private EinsumDense joining(Tensor query) {
        Shape features = outputShape.orElse(Shape.of(query.dim(-1)));
        String letters = "efghijkl".substring(0, features.rank());
        return projection(
                "abcd,cd" + letters + "->ab" + letters,
                letters,
                Shape.of(Shape.UNKNOWN).and(features));
    }
}
