package dev.sequential.engine;

import java.util.ArrayList;
import java.util.List;

/** The operand with {@code value} put before, after and ({@code interior} times) between the elements of each axis. */
public record Pad(List<Long> before, List<Long> after, List<Long> interior, double value) implements Op {
    public Pad {
        before = List.copyOf(before);
        after = List.copyOf(after);
        interior = List.copyOf(interior);
        for (List<Long> amounts : List.of(before, after, interior)) {
            Check.that(amounts.stream().allMatch(n -> n >= 0), "padding must be 0 or more, but received %s", amounts);
        }
    }

    @Override
    public Type type(List<Type> in) {
        Shape shape = in.get(0).shape();
        for (int i = 0; i < shape.rank(); i++) {
            long dim = shape.dim(i);
            if (dim == Shape.UNKNOWN) continue;
            long spread = dim + Math.max(dim - 1, 0) * interior.get(i);
            shape = shape.withDim(i, before.get(i) + spread + after.get(i));
        }
        return in.get(0).with(shape);
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        Shape from = node.inputs().get(0).shape();
        List<Long> end = new ArrayList<>();
        List<Long> stride = new ArrayList<>();
        for (int i = 0; i < from.rank(); i++) {
            stride.add(interior.get(i) + 1);
            end.add(before.get(i) + (from.dim(i) == 0 ? 0 : (from.dim(i) - 1) * stride.get(i) + 1));
        }
        return List.of(Tensor.of(new Slice(before, end, stride), grad));
    }
}
