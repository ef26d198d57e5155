package dev.sequential.engine;

import java.util.Arrays;
import java.util.List;

/** Zeros of {@code (rows, …)}, to which the first operand's rows are added at the integer places of the second. */
public record ScatterAdd(long rows) implements Op {
    @Override
    public Type type(List<Type> in) {
        Shape shape = in.get(0).shape();
        return in.get(0).with(Shape.of(rows).and(shape.slice(in.get(1).shape().rank(), shape.rank())));
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        return Arrays.asList(Tensor.of(new Gather(), grad, node.inputs().get(1)), null);
    }
}
