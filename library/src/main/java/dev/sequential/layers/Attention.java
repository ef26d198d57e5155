package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Ones;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Which of the values matter for each query: {@code softmax(scores) · value}, where masked values do not count.
 * {@code query (batch, T, d), value (batch, S, d), key (batch, S, d) → (batch, T, d)}; without a key the value is the key.
 * Scores are {@code query · keyᵀ} or {@code Σ tanh(query + key)}; they are not divided by {@code √d}. Weights: a factor
 * scale if asked for, and concat_score_weight in mode concat, single numbers.
 *
 * <pre>{@code
 * Tensor context = Attention.of().apply(query, value);
 * Tensor seen = Attention.of(a -> a.useCausalMask(true)).apply(x, x);
 * }</pre>
 *
 * @param useScale whether scores have a learned factor; default false
 * @param scoreMode how queries and keys are compared; default by their product
 * @param dropout share of the scores that training drops, from 0 to 1; default 0
 * @param seed makes the dropout independent of the model's seed; default none
 * @param useCausalMask whether a query sees only values up to its own place; belongs to a call, not to the saved layer;
 *     default false
 * @param returnAttentionScores whether the shares are a second result, from {@code applyAll}; belongs to a call; default
 *     false
 * @see <a href="https://keras.io/api/layers/attention_layers/attention/">Keras: Attention</a>
 * @see <a href="https://arxiv.org/abs/1508.04025">Luong et al. 2015</a>
 */
@Config
public record Attention(
        boolean useScale,
        ScoreMode scoreMode,
        double dropout,
        OptionalLong seed,
        boolean useCausalMask,
        boolean returnAttentionScores)
        implements ScoredAttention {
    /** How queries and keys are compared. */
    public enum ScoreMode {
        /** By their product. */
        DOT,
        /** By the sum of the tanh of their sums. */
        CONCAT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException if dropout is not from 0 to 1 or an option is null */
    public Attention {
        Check.notNull(scoreMode, "scoreMode of Attention");
        Attending.check("Attention", dropout, seed);
    }

    /** By products, without factor. */
    public static Attention of() {
        return new Attention(false, ScoreMode.DOT, 0, OptionalLong.empty(), false, false);
    }

    /** With options. */
    public static Attention of(Consumer<AttentionBuilder> options) {
        AttentionBuilder builder = AttentionBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor scores(Call call, Tensor query, Tensor key) {
        Tensor scale = useScale ? call.weight("scale", Shape.scalar(), Ones.of()) : null;
        if (scoreMode == ScoreMode.DOT) {
            Tensor scores = query.matmul(key, false, true);
            return scale == null ? scores : scores.times(scale);
        }
        Tensor weight = call.weight("concat_score_weight", Shape.scalar(), Ones.of());
        Tensor sums = query.expandDims(2).plus(key.expandDims(1));
        return (scale == null ? sums : sums.times(scale)).tanh().sum(-1).times(weight);
    }
}
