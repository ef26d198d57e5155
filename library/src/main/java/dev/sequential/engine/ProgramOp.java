package dev.sequential.engine;

import java.util.List;

/** An operation that stands for several; {@link Program} makes it once gradients are taken, a layer never does. */
public sealed interface ProgramOp extends Op permits Fused, FusedScatter, Linear, KernelAndBias, Maxima {
    @Override
    default List<Tensor> gradient(Node node, Tensor grad) {
        throw new IllegalStateException(this + " is made after gradients are");
    }
}
