package dev.sequential.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The axes in another order: axis i of the result is axis {@code order[i]} of the operand. */
public record Transpose(List<Integer> order) implements Op {
    public Transpose {
        order = List.copyOf(order);
    }

    /** The last two of so many axes change places. */
    static Transpose ofLast(int rank) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
        Collections.swap(order, rank - 2, rank - 1);
        return new Transpose(order);
    }

    @Override
    public Type type(List<Type> in) {
        Shape shape = in.get(0).shape();
        Check.that(
                order.stream()
                        .sorted()
                        .toList()
                        .equals(IntStream.range(0, shape.rank()).boxed().toList()),
                "order must name each axis of shape %s once, but received %s",
                shape,
                order);
        return in.get(0).with(Shape.of(order.stream().mapToLong(shape::dim).toArray()));
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        int[] inverse = new int[order.size()];
        for (int i = 0; i < inverse.length; i++) inverse[order.get(i)] = i;
        return List.of(grad.transpose(inverse));
    }
}
