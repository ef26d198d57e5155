package dev.sequential.engine;

import java.util.List;

/**
 * One kind of computation: the shape it makes and its gradient rule, side by side. Values are computed by a
 * {@link Backend}. The set is closed: what layers need is composed of these.
 */
public sealed interface Op
        permits GivenOp,
                External,
                RandomOp,
                Unary,
                Binary,
                Select,
                Cast,
                Detach,
                Reduce,
                ArgMax,
                MatMul,
                Conv,
                Pool,
                Reshape,
                Transpose,
                Broadcast,
                Concat,
                Slice,
                Pad,
                Reverse,
                Gather,
                ScatterAdd,
                Softmax,
                LogSoftmax,
                Scan,
                Composite,
                CompositeGradient,
                ProgramOp {

    /** The type of the single result for operands of these types; throws {@link IllegalArgumentException} if unfit. */
    Type type(List<Type> in);

    /** The types of all results. */
    default List<Type> types(List<Type> in) {
        return List.of(type(in));
    }

    /** This operation with lengths that it left unknown filled in, once the operands say them. */
    default Op known(List<Type> in) {
        return this;
    }

    /**
     * What reaches each operand of {@code node} when {@code grad} reaches its result; {@code null} where nothing does.
     */
    List<Tensor> gradient(Node node, Tensor grad);

    /** As {@link #gradient}, for operations with several results; {@code null} stands where nothing arrives. */
    default List<Tensor> gradients(Node node, List<Tensor> grads) {
        return gradient(node, grads.get(0));
    }

    /** Whether the result is the operand's memory under another shape. */
    default boolean isView() {
        return false;
    }

    /** Whether each element of the result depends on the operands' elements at the same (broadcast) place only. */
    default boolean isElementwise() {
        return false;
    }
}
