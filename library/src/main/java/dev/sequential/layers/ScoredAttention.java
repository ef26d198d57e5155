package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.List;

/** Attention without heads: scores of queries and keys, made to shares, weigh the values. */
interface ScoredAttention extends Attending {
    /** What leaves a value out when it is taken from its score. */
    double MASKED = 1e9;

    /** {@code (batch, T, d), (batch, S, d) → (batch, T, S)}. */
    Tensor scores(Call call, Tensor query, Tensor key);

    @Override
    default List<Tensor> call(Call call, List<Tensor> inputs) {
        Check.that(
                inputs.size() == 2 || inputs.size() == 3,
                "%s takes query, value and, if you like, key, but received %d inputs",
                typeName(),
                inputs.size());
        Tensor query = inputs.get(0);
        Tensor value = inputs.get(1);
        Tensor key = inputs.get(inputs.size() - 1);
        for (Tensor x : inputs) {
            Check.that(
                    x.rank() == 3, "%s expects shapes (batch, time, features), but received %s", typeName(), x.shape());
        }
        Tensor scores = scores(call, query, key);
        Tensor mask = call.mask(1) == null ? null : call.mask(1).expandDims(1);
        if (useCausalMask()) mask = Attending.both(mask, Attending.causal(query.dim(1), key.dim(1)));
        if (mask != null) scores = mask.select(scores, scores.minus(MASKED));
        Tensor shares = dropped(call, scores.softmax(-1));
        Tensor y = shares.matmul(value);
        if (call.mask(0) != null) y = call.mask(0).expandDims(-1).select(y, y.like(0));
        return results(y, shares);
    }

    @Override
    default boolean supportsMasking() {
        return true;
    }
}
