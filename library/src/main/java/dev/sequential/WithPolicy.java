package dev.sequential;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * What a layer computes, by a policy of its own; {@link LayerSpec#dtype} makes it. In a model it becomes a {@link Layer}
 * of that policy; inside a wrapper it keeps it whatever the wrapper's is.
 *
 * @param spec what is computed
 * @param policy in which types
 */
public record WithPolicy(LayerSpec spec, Policy policy) implements LayerSpec {
    /** @throws IllegalArgumentException if {@code spec} is a model, whose layers have policies, or has its place already */
    public WithPolicy {
        Check.notNull(spec, "spec");
        Check.notNull(policy, "policy");
        Check.that(
                !(spec instanceof Model) && !(spec instanceof Layer),
                "dtype is for a layer that is not in a model yet, but received %s. A model has none: give it to its layers.",
                spec);
        if (spec instanceof WithPolicy other) spec = other.spec;
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return policy.products().in(() -> spec.call(call, x));
    }

    @Override
    public List<Tensor> call(Call call, List<Tensor> inputs) {
        return policy.products().in(() -> spec.call(call, inputs));
    }

    @Override
    public boolean supportsMasking() {
        return spec.supportsMasking();
    }

    @Override
    public boolean mixesSamples() {
        return spec.mixesSamples();
    }

    @Override
    public String typeName() {
        return spec.typeName();
    }

    @Override
    public String toString() {
        return spec + " in " + policy.name();
    }
}
