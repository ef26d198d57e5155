package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.activations.Activations;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Initializer;
import dev.sequential.regularizers.Regularizer;
import java.util.List;

/** Attention of several heads, each with projections of its own. */
interface HeadedAttention extends Attending {
    boolean useBias();

    Initializer kernelInitializer();

    Initializer biasInitializer();

    Regularizer kernelRegularizer();

    Regularizer biasRegularizer();

    Regularizer activityRegularizer();

    Constraint kernelConstraint();

    Constraint biasConstraint();

    /** {@code (…, features) → (…, heads, size)}. */
    default Tensor heads(Call call, String name, Tensor x, int heads, int size) {
        return call.child(name, projection("abc,cde->abde", "de", Shape.of(Shape.UNKNOWN, heads, size)), x);
    }

    /** A layer that projects, with this layer's options. */
    default EinsumDense projection(String equation, String biasAxes, Shape outputShape) {
        return new EinsumDense(
                equation,
                outputShape,
                Activations.LINEAR,
                useBias() ? biasAxes : "",
                kernelInitializer(),
                biasInitializer(),
                kernelRegularizer(),
                biasRegularizer(),
                activityRegularizer(),
                kernelConstraint(),
                biasConstraint());
    }

    /**
     * Which values each query sees, {@code (batch, 1, T, S)}, or null: those that the masks of query and value leave, up
     * to its own place if causal, and those the given mask has.
     */
    default Tensor seen(Call call, List<Tensor> inputs, AttentionAxes axes) {
        Shape query = inputs.get(0).shape();
        Shape value = inputs.get(1).shape();
        Tensor seen = inputs.size() < 4 ? null : axes.flatMask(inputs.get(3), query, value);
        for (int i = 0; i < Math.min(3, inputs.size()); i++) {
            Tensor mask = call.mask(i);
            if (mask == null) continue;
            Check.that(
                    query.rank() == 3,
                    "%s does not take masks of inputs with more than three axes, but received shape %s",
                    typeName(),
                    query);
            seen = Attending.both(seen, mask.expandDims(i == 0 ? 2 : 1));
        }
        if (useCausalMask()) {
            Tensor causal = Attending.causal(axes.steps(query), axes.steps(value));
            seen = Attending.both(seen, causal);
        }
        return seen == null ? null : seen.expandDims(1);
    }

    /**
     * {@code softmax(query · keyᵀ) · value} for each head.
     *
     * @param query {@code (batch, T, heads, size)}, scaled
     * @param key {@code (batch, S, heads, size)}
     * @param value {@code (batch, S, heads, other)}
     * @param seen {@code (batch, 1, T, S)} of 0 and 1, or null
     * @param zero whether a query that sees nothing gets shares of 0; Keras's fused attention gives it all in equal shares
     * @return the result {@code (batch, T, heads, other)} and the shares {@code (batch, heads, T, S)} before dropout
     */
    default List<Tensor> attended(Call call, Tensor query, Tensor key, Tensor value, Tensor seen, boolean zero) {
        Tensor scores = Einsum.of("btnh,bsnh->bnts", query, key);
        if (seen != null) scores = seen.select(scores, scores.like(-1e9));
        Tensor shares = scores.softmax(-1);
        if (seen != null && zero) shares = seen.select(shares, shares.like(0));
        return List.of(Einsum.of("bnts,bsnh->btnh", dropped(call, shares), value), shares);
    }

    /** Two to four inputs, of one number of axes; value and key of the same steps. */
    default void checkInputs(List<Tensor> inputs) {
        Check.that(
                inputs.size() >= 2 && inputs.size() <= 4,
                "%s takes query, value and, if you like, key and attention mask, but received %d inputs",
                typeName(),
                inputs.size());
        Shape query = inputs.get(0).shape();
        Shape value = inputs.get(1).shape();
        Shape key = inputs.get(Math.min(2, inputs.size() - 1)).shape();
        Check.that(
                query.rank() >= 3
                        && query.rank() == value.rank()
                        && value.rank() == key.rank()
                        && value.withDim(-1, 1).matches(key.withDim(-1, 1)),
                "%s expects query (batch, T, d), value and key (batch, S, d), but received %s, %s and %s",
                typeName(),
                query,
                value,
                key);
    }

    @Override
    default boolean supportsMasking() {
        return true;
    }

    /** For compact constructors. */
    static void check(String layer, Object... options) {
        for (Object option : options) Check.notNull(option, "option of " + layer);
    }
}
