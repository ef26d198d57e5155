package dev.sequential.layers;

import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Products of two tensors summed over shared axes, written with a letter an axis: {@code ab,bc->ac} is a matrix product.
 * Along letters that occur in all three parts both tensors go in step.
 */
final class Einsum {
    private final String left;
    private final String right;
    private final String result;

    private Einsum(String left, String right, String result) {
        this.left = left;
        this.right = right;
        this.result = result;
    }

    /** The product of two tensors. */
    static Tensor of(String equation, Tensor a, Tensor b) {
        String[] parts = equation.split(",|->");
        return new Einsum(parts[0], parts[1], parts[2]).product(a, b);
    }

    /** A matrix product of what is brought into the order it needs, with the last axis left in its place. */
    private Tensor product(Tensor a, Tensor b) {
        String both = chosen(result, c -> in(left, c) && in(right, c));
        String rows = chosen(result, c -> !in(right, c));
        String columns = chosen(result, c -> !in(left, c));
        String summed = chosen(left, c -> in(right, c) && !in(result, c));
        String ofA = chosen(left, c -> in(right, c) || in(result, c));
        String ofB = chosen(right, c -> in(left, c) || in(result, c));
        boolean turnA = last(ofA, rows);
        boolean turnB = last(ofB, summed);
        Tensor x = grouped(alone(a, left, ofA), ofA, both, turnA ? summed : rows, turnA ? rows : summed);
        Tensor y = grouped(alone(b, right, ofB), ofB, both, turnB ? columns : summed, turnB ? summed : columns);
        Shape lengths = Shape.scalar();
        String order = both + rows + columns;
        for (char c : order.toCharArray()) {
            lengths = lengths.and(Shape.of(in(left, c) ? a.dim(left.indexOf(c)) : b.dim(right.indexOf(c))));
        }
        return ordered(x.matmul(y, turnA, turnB).reshape(lengths), order, result);
    }

    /** Sums over the axes that occur nowhere else. */
    private static Tensor alone(Tensor x, String letters, String kept) {
        int[] axes = IntStream.range(0, letters.length())
                .filter(i -> !in(kept, letters.charAt(i)))
                .toArray();
        return axes.length == 0 ? x : x.sum(axes);
    }

    /** The axes in step, then one axis for each of two groups. */
    private static Tensor grouped(Tensor x, String letters, String both, String first, String second) {
        Tensor y = ordered(x, letters, both + first + second);
        Shape steps = y.shape().slice(0, both.length());
        int middle = both.length() + first.length();
        long m = size(y.shape().slice(both.length(), middle));
        return y.reshape(steps.and(Shape.of(m, size(y.shape().slice(middle, y.rank())))));
    }

    private static long size(Shape shape) {
        return shape.isKnown() ? shape.size() : Shape.UNKNOWN;
    }

    private static Tensor ordered(Tensor x, String from, String to) {
        return from.equals(to) ? x : x.transpose(to.chars().map(from::indexOf).toArray());
    }

    private static boolean last(String letters, String group) {
        return !letters.isEmpty() && in(group, letters.charAt(letters.length() - 1));
    }

    private static boolean in(String letters, int letter) {
        return letters.indexOf(letter) >= 0;
    }

    private static String chosen(String letters, IntPredicate choice) {
        return letters.chars()
                .filter(choice)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
