package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Loading;
import dev.sequential.engine.RandomOp;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalLong;

/** What attention layers share: masks of scores, their softmax with dropout, and the weighted sum of values. */
interface Attending extends LayerSpec {
    double dropout();

    OptionalLong seed();

    boolean useCausalMask();

    boolean returnAttentionScores();

    @Override
    default Tensor call(Call call, Tensor x) {
        return call(call, List.of(x)).get(0);
    }

    /** A result, and the scores if asked for. */
    default List<Tensor> results(Tensor y, Tensor scores) {
        return returnAttentionScores() ? List.of(y, scores) : List.of(y);
    }

    /** Scores after dropout. */
    default Tensor dropped(Call call, Tensor scores) {
        if (!call.training() || dropout() == 0) return scores;
        if (dropout() == 1) return scores.zerosLike();
        double kept = 1 - dropout();
        return scores.times(call.random(RandomOp.Kind.BERNOULLI, kept, 1 / kept, scores.shape(), seed()));
    }

    /** 1 where a query may see a value, up to its own place: {@code (1, T, S)}. */
    static Tensor causal(long queries, long values) {
        Check.that(
                queries != Shape.UNKNOWN && values != Shape.UNKNOWN,
                "useCausalMask needs to know the number of steps. Give the Input a full shape.");
        Loading.computes("The causal mask of an attention", queries * values);
        double[] seen = new double[Math.toIntExact(queries * values)];
        for (int t = 0; t < queries; t++) {
            for (int s = 0; s < values && s <= t; s++) seen[(int) (t * values + s)] = 1;
        }
        return Tensor.constant(seen, Shape.of(1, queries, values), DType.FLOAT32);
    }

    /** Both masks, either of which may be null. */
    static Tensor both(Tensor a, Tensor b) {
        if (a == null) return b;
        return b == null ? a : a.times(b);
    }

    /** For compact constructors. */
    static void check(String layer, double dropout, OptionalLong seed) {
        Check.between(0, 1, dropout, "dropout of " + layer);
        Check.notNull(seed, "seed of " + layer);
    }
}
