package dev.sequential.engine;

import java.util.Collections;
import java.util.List;

/** The same value, through which no gradient flows. */
public record Detach() implements Op {
    @Override
    public Type type(List<Type> in) {
        return in.get(0);
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        return Collections.singletonList(null);
    }

    @Override
    public boolean isView() {
        return true;
    }
}
