package dev.sequential.engine;

import java.util.List;

/** An operation whose result is there when a run begins; no kernel computes it, and nothing reaches what is behind it. */
public sealed interface GivenOp extends Op permits Placeholder, Read, KnownOp {
    @Override
    default List<Tensor> gradient(Node node, Tensor grad) {
        return List.of();
    }
}
