package dev.sequential.engine;

import java.util.function.Function;

/**
 * The sum over all steps of a loop of something that each step makes, such as what reaches a weight. A product is not
 * summed step by step: the rows of all steps multiplied at once give the sum. What is linear is done once, to the sum.
 */
@FunctionalInterface
interface Total {
    /** The sum, once the loop is made. */
    Tensor after();

    /**
     * Promises the sum of {@code step} over the loop.
     *
     * @param stacked promises a tensor of a step for all steps, {@code (time, …)}
     * @param summed promises the sum of a tensor, added up in the loop
     */
    static Total of(Tensor step, Function<Tensor, Total> stacked, Function<Tensor, Total> summed) {
        Op op = step.node().op();
        if (op instanceof MatMul product && isRows(step, product)) {
            Total a = stacked.apply(step.node().inputs().get(0));
            Total b = stacked.apply(step.node().inputs().get(1));
            return () -> product.of(a.after().flatten2d(), b.after().flatten2d(), true, false);
        }
        if (op instanceof Reduce reduce && reduce.kind() == Reduce.Kind.SUM) {
            Total all = stacked.apply(step.node().inputs().get(0));
            return () -> {
                int[] axes = reduce.axes().stream().mapToInt(a -> a + 1).toArray();
                return all.after().fold(Reduce.Kind.SUM, true, axes).sum(0);
            };
        }
        if (isLinear(op)) {
            Total inner = of(step.node().inputs().get(0), stacked, summed);
            return () -> Tensor.of(op, inner.after());
        }
        if (op instanceof Binary b && b.kind() == Binary.Kind.ADD && isOfOneShape(step)) {
            Total left = of(step.node().inputs().get(0), stacked, summed);
            Total right = of(step.node().inputs().get(1), stacked, summed);
            return () -> left.after().plus(right.after());
        }
        return summed.apply(step);
    }

    private static boolean isRows(Tensor step, MatMul product) {
        return product.transposeA()
                && !product.transposeB()
                && step.node().inputs().stream().allMatch(t -> t.rank() == 2);
    }

    private static boolean isLinear(Op op) {
        return op instanceof Reshape
                || op instanceof Transpose
                || op instanceof Slice
                || op instanceof Pad pad && pad.value() == 0
                || op instanceof Unary u && u.kind() == Unary.Kind.AFFINE && u.b() == 0;
    }

    private static boolean isOfOneShape(Tensor sum) {
        return sum.node().inputs().stream().allMatch(t -> t.shape().equals(sum.shape()));
    }
}
