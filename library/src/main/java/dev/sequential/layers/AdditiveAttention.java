package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.GlorotUniform;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Which of the values matter for each query: {@code softmax(scores) · value}, where masked values do not count.
 * {@code query (batch, T, d), value (batch, S, d), key (batch, S, d) → (batch, T, d)}; without a key the value is the key.
 * Scores are {@code Σ scale · tanh(query + key)}. Weight: scale {@code (d)}.
 *
 * <pre>{@code
 * Tensor context = AdditiveAttention.of().apply(query, value);
 * }</pre>
 *
 * @param useScale whether each feature has a learned factor; default true
 * @param dropout share of the scores that training drops, from 0 to 1; default 0
 * @param seed makes the dropout independent of the model's seed; default none
 * @param useCausalMask whether a query sees only values up to its own place; belongs to a call, not to the saved layer;
 *     default false
 * @param returnAttentionScores whether the shares are a second result, from {@code applyAll}; belongs to a call; default
 *     false
 * @see <a href="https://keras.io/api/layers/attention_layers/additive_attention/">Keras: AdditiveAttention</a>
 * @see <a href="https://arxiv.org/abs/1409.0473">Bahdanau et al. 2014</a>
 */
@Config
public record AdditiveAttention(
        boolean useScale, double dropout, OptionalLong seed, boolean useCausalMask, boolean returnAttentionScores)
        implements ScoredAttention {
    /** @throws IllegalArgumentException if dropout is not from 0 to 1 */
    public AdditiveAttention {
        Attending.check("AdditiveAttention", dropout, seed);
    }

    /** With a factor for each feature. */
    public static AdditiveAttention of() {
        return new AdditiveAttention(true, 0, OptionalLong.empty(), false, false);
    }

    /** With options. */
    public static AdditiveAttention of(Consumer<AdditiveAttentionBuilder> options) {
        AdditiveAttentionBuilder builder = AdditiveAttentionBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor scores(Call call, Tensor query, Tensor key) {
        Tensor sums = query.expandDims(2).plus(key.expandDims(1)).tanh();
        if (!useScale) return sums.sum(-1);
        return sums.times(call.weight("scale", Shape.of(query.dim(-1)), GlorotUniform.of()))
                .sum(-1);
    }
}
