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
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * {@link MultiHeadAttention} whose heads share keys and values in groups, which saves weights and memory:
 * {@code softmax(query · keyᵀ / √headDim) · value} for each query head, with the key head of its group.
 *
 * <p>Inputs: query {@code (batch, T, d)}, value {@code (batch, S, d)}, and if you like key {@code (batch, S, d)} and
 * attention mask {@code (batch, T, S)} of 0 and 1; without a key the value is the key. Masks of the inputs count too.
 *
 * <p>Weights, each a kernel and a bias: query {@code (d, numQueryHeads, headDim)}, key and value
 * {@code (d, numKeyValueHeads, headDim)}, attention_output {@code (numQueryHeads, headDim, d)}.
 *
 * <pre>{@code
 * Tensor y = GroupQueryAttention.of(64, 8, 2).apply(x, x);
 * }</pre>
 *
 * @param headDim length of a head's queries, keys and values, 1 or more
 * @param numQueryHeads number of query heads, 1 or more
 * @param numKeyValueHeads number of key and value heads, which divides that of query heads
 * @param dropout share of the scores that training drops, from 0 to 1; default 0
 * @param useBias whether projections have a bias; default true
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
 * @see <a href="https://keras.io/api/layers/attention_layers/group_query_attention/">Keras: GroupQueryAttention</a>
 * @see <a href="https://arxiv.org/abs/2305.13245">Ainslie et al. 2023</a>
 */
@Config
public record GroupQueryAttention(
        int headDim,
        int numQueryHeads,
        int numKeyValueHeads,
        double dropout,
        boolean useBias,
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
    /** @throws IllegalArgumentException if numbers do not fit, dropout is not from 0 to 1 or an option is null */
    public GroupQueryAttention {
        Check.atLeast(1, headDim, "headDim of GroupQueryAttention");
        Check.atLeast(1, numQueryHeads, "numQueryHeads of GroupQueryAttention");
        Check.atLeast(1, numKeyValueHeads, "numKeyValueHeads of GroupQueryAttention");
        Check.that(
                numQueryHeads % numKeyValueHeads == 0,
                "numKeyValueHeads of GroupQueryAttention must divide numQueryHeads, but received %d and %d",
                numKeyValueHeads,
                numQueryHeads);
        HeadedAttention.check(
                "GroupQueryAttention",
                kernelInitializer,
                biasInitializer,
                kernelRegularizer,
                biasRegularizer,
                activityRegularizer,
                kernelConstraint,
                biasConstraint);
        Attending.check("GroupQueryAttention", dropout, seed);
    }

    /** Heads of this length, so many for queries and so many for keys and values. */
    public static GroupQueryAttention of(int headDim, int numQueryHeads, int numKeyValueHeads) {
        return new GroupQueryAttention(
                headDim,
                numQueryHeads,
                numKeyValueHeads,
                0,
                true,
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

    /** Heads of this length with options. */
    public static GroupQueryAttention of(
            int headDim, int numQueryHeads, int numKeyValueHeads, Consumer<GroupQueryAttentionBuilder> options) {
        GroupQueryAttentionBuilder builder =
                GroupQueryAttentionBuilder.builder(of(headDim, numQueryHeads, numKeyValueHeads));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public List<Tensor> call(Call call, List<Tensor> inputs) {
        checkInputs(inputs);
        Tensor query = inputs.get(0);
        Check.that(
                query.rank() == 3,
                "GroupQueryAttention expects shapes (batch, time, features), but received %s",
                query.shape());
        Tensor value = inputs.get(1);
        Tensor key = inputs.size() > 2 ? inputs.get(2) : value;
        Tensor q = heads(call, "query", query, numQueryHeads, headDim);
        Tensor k = repeated(heads(call, "key", key, numKeyValueHeads, headDim));
        Tensor v = repeated(heads(call, "value", value, numKeyValueHeads, headDim));
        Tensor seen = seen(call, inputs, AttentionAxes.of(List.of(), 3));
        boolean fused = dropout == 0 && !returnAttentionScores;
        List<Tensor> both = attended(call, q.times(1 / Math.sqrt(headDim)), k, v, seen, !fused);
        EinsumDense joining = projection("bquh,uhm->bqm", "m", Shape.of(Shape.UNKNOWN, query.dim(-1)));
        return results(call.child("attention_output", joining, both.get(0)), both.get(1));
    }

    /** Each head as often as there are query heads for it. */
    private Tensor repeated(Tensor heads) {
        int times = numQueryHeads / numKeyValueHeads;
        if (times == 1) return heads;
        Shape each = heads.shape().inserted(3, times);
        return heads.expandDims(3).broadcastTo(each).reshape(heads.shape().withDim(2, numQueryHeads));
    }
}
