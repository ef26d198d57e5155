package dev.sequential;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * What a layer is and computes, as an immutable value: usually a record of its options with one method. A lambda will
 * do for a layer without options: {@code Sequential.of(Input.of(4), (call, x) -> x.times(2))}. A value has no name and
 * no weights; {@link Layer} is a value in its place in a model.
 */
@FunctionalInterface
public interface LayerSpec {
    /** The result for one input, made of tensor operations and of weights asked from {@code call}. */
    Tensor call(Call call, Tensor x);

    /** The results for several inputs; layers that join tensors override this. */
    default List<Tensor> call(Call call, List<Tensor> inputs) {
        Check.that(inputs.size() == 1, "%s takes one input, but received %d", typeName(), inputs.size());
        return List.of(call(call, inputs.get(0)));
    }

    /** Whether the input's mask is the result's mask too. A layer that makes or changes a mask tells its call. */
    default boolean supportsMasking() {
        return false;
    }

    /**
     * Whether the result for one sample depends on the others of its batch, or on how often the layer is called, as in
     * BatchNormalization. A wrapper that makes one batch of many, such as TimeDistributed, then calls the layer once for
     * each.
     */
    default boolean mixesSamples() {
        return false;
    }

    /** The class name in files and, in snake_case, the start of automatic names. */
    default String typeName() {
        return getClass().isSynthetic() || getClass().isHidden()
                ? "Lambda"
                : getClass().getSimpleName();
    }

    /** A layer of this kind under a name of your choice; using it in two places shares its weights. */
    default Layer named(String name) {
        return Layer.of(name, this);
    }

    /**
     * A layer of this kind that computes by another {@link Policy} than {@link Sequential#dtypePolicy()}: {@code
     * Dense.of(10, "softmax").dtype("float32")}.
     *
     * @throws IllegalArgumentException if the policy is not known
     */
    default LayerSpec dtype(String policy) {
        return dtype(Policy.of(policy));
    }

    /** As {@link #dtype(String)}. */
    default LayerSpec dtype(Policy policy) {
        return new WithPolicy(this, policy);
    }

    /** The result of a new layer of this kind on tensors of a functional model. */
    default Tensor apply(Tensor... inputs) {
        return Layer.of(this).apply(inputs);
    }

    /** As {@link #apply(Tensor...)}, for layers with several results. */
    default List<Tensor> applyAll(Tensor... inputs) {
        return Layer.of(this).applyAll(inputs);
    }
}
