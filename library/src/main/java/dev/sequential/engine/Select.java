package dev.sequential.engine;

import java.util.Arrays;
import java.util.List;

/** The second operand where the first (a 0/1 condition) is not 0, else the third; all broadcast together. */
public record Select() implements Op {
    @Override
    public Type type(List<Type> in) {
        Check.that(in.get(1).dtype() == in.get(2).dtype(), "select needs two choices of one type, but received %s", in);
        Shape both = Shape.broadcast(in.get(1).shape(), in.get(2).shape());
        return in.get(1).with(Shape.broadcast(in.get(0).shape(), both));
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        Tensor condition = node.inputs().get(0);
        Tensor zero = grad.zerosLike();
        return Arrays.asList(
                null,
                condition.select(grad, zero).sumTo(node.inputs().get(1).shape()),
                condition.select(zero, grad).sumTo(node.inputs().get(2).shape()));
    }

    @Override
    public boolean isElementwise() {
        return true;
    }
}
