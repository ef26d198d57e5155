package dev.sequential.engine;

import java.util.Arrays;
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

    /** The one unknown length is what the others leave. */
    @Override
    public Op known(List<Type> in) {
        Shape from = in.get(0).shape();
        long unknown = Arrays.stream(to.dims()).filter(d -> d == Shape.UNKNOWN).count();
        if (unknown != 1 || !from.isKnown()) return this;
        long known = Arrays.stream(to.dims()).filter(d -> d != Shape.UNKNOWN).reduce(1, (a, b) -> a * b);
        Shape filled = to;
        for (int i = 0; i < to.rank(); i++) {
            if (to.dim(i) == Shape.UNKNOWN) filled = to.withDim(i, known == 0 ? 0 : from.size() / known);
        }
        return new Reshape(filled);
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
