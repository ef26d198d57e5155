package dev.sequential.engine;

import java.util.Arrays;
import java.util.List;

/** Rows of the first operand {@code (n, …)} at the integer places of the second: {@code (places…, …)}. */
public record Gather() implements Op {
    @Override
    public Type type(List<Type> in) {
        Type rows = in.get(0);
        Check.that(in.get(1).dtype() == DType.INT32, "places must be int32, but received %s", in.get(1));
        return rows.with(
                in.get(1).shape().and(rows.shape().slice(1, rows.shape().rank())));
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        Tensor rows = node.inputs().get(0);
        Tensor places = node.inputs().get(1);
        return Arrays.asList(Tensor.of(new ScatterAdd(rows.shape().dim(0)), grad, places), null);
    }
}
