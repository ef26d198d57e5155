package dev.sequential.engine;

import java.util.List;

/** The same elements in row-major order under another shape. */
public record Reshape(Shape to) implements Op {
    @Override
    public Type type(List<Type> in) {
        Shape from = in.get(0).shape();
        if (from.isKnown() && to.isKnown()) {
            Check.that(
                    from.size() == to.size(),
                    "Shape %s with %d elements cannot become %s with %d",
                    from,
                    from.size(),
                    to,
                    to.size());
        }
        return in.get(0).with(to);
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        return List.of(grad.reshape(node.inputs().get(0).shape()));
    }

    @Override
    public boolean isView() {
        return true;
    }
}
