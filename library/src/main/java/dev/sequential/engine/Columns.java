package dev.sequential.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Turns products whose short rows go through a softmax, as in attention, so that it goes along columns: then a vector
 * instruction works on as many queries at once, and nothing is summed within a vector. A product that gives them and one that
 * takes them are turned at no cost, and what is between is done element by element. In training all stays as it is: a
 * gradient sums along the rows.
 */
final class Columns {
    /** Longest row for which turning pays. */
    private static final long SHORT = 64;
    /** How many times smaller an operand is that is turned by itself, such as a mask of all heads. */
    private static final long FEW = 2;
    /** Elements of a vector. */
    private static final long VECTOR = 16;

    private final List<Node> order;
    private final Set<Tensor> results;
    private final Map<Tensor, List<Node>> consumers = new HashMap<>();
    /** Tensors that stand turned in the new graph. */
    private final Set<Tensor> turned = new HashSet<>();

    private Columns(List<Tensor> results) {
        this.results = new HashSet<>(results);
        this.order = Graphs.order(results);
        for (Node node : order) {
            node.inputs()
                    .forEach(t ->
                            consumers.computeIfAbsent(t, k -> new ArrayList<>()).add(node));
        }
    }

    static List<Tensor> all(List<Tensor> results) {
        Columns columns = new Columns(results);
        for (Node node : columns.order) {
            if (columns.wants(node)) columns.region(node.outputs().get(0));
        }
        if (columns.turned.isEmpty()) return results;
        return Simplify.all(new Rewrite().all(results, columns.order, columns::rewritten));
    }

    private boolean wants(Node node) {
        if (!isAlongRows(node)) return false;
        Tensor y = node.outputs().get(0);
        return y.dtype() == DType.FLOAT32 && y.dim(-1) > 1 && y.dim(-1) <= SHORT && y.dim(-2) >= VECTOR;
    }

    /** All that must be turned with a tensor; nothing is if part of it cannot be. */
    private void region(Tensor start) {
        Set<Tensor> found = new HashSet<>();
        Deque<Tensor> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Tensor tensor = open.pop();
            if (!found.add(tensor)) continue;
            if (results.contains(tensor) || !tensor.shape().equals(start.shape())) return;
            Node node = tensor.node();
            if (!isProduct(node)) {
                if (!isWithin(node)) return;
                for (Tensor input : node.inputs()) {
                    if (input.shape().equals(start.shape())) open.push(input);
                    else if (input.shape().size() * FEW > start.shape().size()) return;
                }
            }
            for (Node consumer : consumers.getOrDefault(tensor, List.of())) {
                if (isProduct(consumer)) continue;
                if (!isWithin(consumer)) return;
                open.push(consumer.outputs().get(0));
            }
        }
        turned.addAll(found);
    }

    private static boolean isProduct(Node node) {
        return node.op() instanceof MatMul && node.inputs().get(1).rank() > 2;
    }

    private static boolean isWithin(Node node) {
        Op op = node.op();
        return op instanceof Unary || op instanceof Binary || op instanceof Select || isAlongRows(node);
    }

    private static boolean isAlongRows(Node node) {
        int rank = node.outputs().get(0).rank();
        return rank > 2 && node.op() instanceof Softmax s && s.axis() == rank - 1;
    }

    private List<Tensor> rewritten(Node node, List<Tensor> inputs) {
        boolean turns = turned.contains(node.outputs().get(0));
        if (node.op() instanceof MatMul m && isProduct(node)) return List.of(product(m, node, inputs, turns));
        if (!turns) return Rewrite.same(node, inputs).outputs();
        if (node.op() instanceof Softmax s) return Tensor.all(new Softmax(s.axis() - 1), inputs);
        return Tensor.all(
                node.op(),
                IntStream.range(0, inputs.size())
                        .mapToObj(i -> turned.contains(node.inputs().get(i)) ? inputs.get(i) : turned(inputs.get(i)))
                        .toList());
    }

    private static Tensor turned(Tensor x) {
        if (x.shape().size() == 1) return x;
        Tensor matrix = x.rank() == 1 ? x.expandDims(0) : x;
        return Tensor.of(Transpose.ofLast(matrix.rank()), matrix);
    }

    /**
     * A product some of whose operands, or which itself, is turned. oneDNN packs an operand that it reads transposed, so one
     * that is moved before anyway is moved to where it is read as it lies, and a product of turned rows is made turned.
     */
    private Tensor product(MatMul op, Node node, List<Tensor> inputs, boolean turns) {
        boolean first = op.transposeA() ^ turned.contains(node.inputs().get(0));
        boolean second = op.transposeB() ^ turned.contains(node.inputs().get(1));
        if (!turns && first == op.transposeA()) {
            return second == op.transposeB()
                    ? Rewrite.same(node, inputs).outputs().get(0)
                    : op.of(inputs.get(0), inputs.get(1), first, second);
        }
        boolean moves = !first && isMovedForThis(node.inputs().get(0));
        Tensor other = moves ? turned(inputs.get(0)) : inputs.get(0);
        Tensor product = op.of(inputs.get(1), other, !second, !first && !moves);
        return turns ? product : turned(product);
    }

    private boolean isMovedForThis(Tensor tensor) {
        return tensor.node().op() instanceof Transpose
                && !results.contains(tensor)
                && consumers.get(tensor).size() == 1;
    }
}
