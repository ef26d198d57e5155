package dev.sequential.engine;

import java.util.List;

/** The axes in another order: axis i of the result is axis {@code order[i]} of the operand. */
public record Transpose(List<Integer> order) implements Op {
    public Transpose {
        order = List.copyOf(order);
    }

    @Override
    public Type type(List<Type> in) {
        Shape shape = in.get(0).shape();
        Check.that(
                order.stream()
                        .sorted()
                        .toList()
                        .equals(java.util.stream.IntStream.range(0, shape.rank())
                                .boxed()
                                .toList()),
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
