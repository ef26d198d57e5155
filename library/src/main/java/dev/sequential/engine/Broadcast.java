package dev.sequential.engine;

import java.util.List;

/** The operand repeated along new leading axes and along axes of length 1. */
public record Broadcast(Shape to) implements Op {
    @Override
    public Type type(List<Type> in) {
        Shape from = in.get(0).shape();
        Check.that(Shape.broadcast(from, to).equals(to), "Shape %s cannot be broadcast to %s", from, to);
        return in.get(0).with(to);
    }

    @Override
    public Op known(List<Type> in) {
        return to.isKnown() ? this : new Broadcast(Shape.broadcast(in.get(0).shape(), to));
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        return List.of(grad.sumTo(node.inputs().get(0).shape()));
    }
}
