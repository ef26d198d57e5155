package dev.sequential.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds operations that can share work. The gradients of a convolution by kernel and bias read the same tensor:
 * {@link KernelAndBias} reads it once. Max pooling and its gradient seek the same places: {@link Maxima} remembers them.
 */
final class Pairs {
    /** What a pooling and its gradient have in common. */
    private record Search(Tensor x, Window window) {}

    private final Rewrite rewrite = new Rewrite();
    private final Map<Tensor, Node> kernels = new HashMap<>();
    private final Map<Tensor, Node> biases = new HashMap<>();
    private final Map<Tensor, Node> joint = new HashMap<>();
    private final Map<Search, Node> spreads = new HashMap<>();
    private final Map<Search, Tensor> places = new HashMap<>();

    static List<Tensor> all(List<Tensor> results) {
        Pairs pairs = new Pairs();
        List<Node> order = Graphs.order(results);
        for (Node node : order) pairs.note(node);
        return pairs.rewrite.all(results, order, pairs::results);
    }

    private void note(Node node) {
        if (isKernel(node.op())) kernels.put(node.inputs().get(1), node);
        if (isBias(node)) biases.put(node.inputs().get(0), node);
        if (isMax(node.op(), Pool.Direction.SPREAD)) spreads.put(search(node), node);
    }

    private List<Tensor> results(Node node, List<Tensor> inputs) {
        if (isKernel(node.op()) && joins(node, node.inputs().get(1))) {
            return List.of(joint.get(node.inputs().get(1)).outputs().get(0));
        }
        if (isBias(node) && joins(node, node.inputs().get(0))) {
            return List.of(joint.get(node.inputs().get(0)).outputs().get(1));
        }
        if (isMax(node.op(), Pool.Direction.GATHER)
                && node.inputs().get(0) == node.inputs().get(1)
                && spreads.containsKey(search(node))) {
            List<Tensor> both = new Node(new Maxima((Pool) node.op()), inputs.subList(0, 1)).outputs();
            places.put(search(node), both.get(1));
            return both.subList(0, 1);
        }
        if (isMax(node.op(), Pool.Direction.SPREAD) && places.containsKey(search(node))) {
            List<Tensor> operands = List.of(inputs.get(0), places.get(search(node)), inputs.get(1));
            return new Node(new Maxima((Pool) node.op()), operands).outputs();
        }
        return Rewrite.same(node, inputs).outputs();
    }

    /** Whether this gradient of a convolution is one of a joint operation, made when the first of the two is due. */
    private boolean joins(Node node, Tensor result) {
        Node kernel = kernels.get(result);
        Node bias = biases.get(result);
        if (kernel == null || bias == null || node != kernel && node != bias) return false;
        if (joint.containsKey(result)) return true;
        List<Tensor> operands = IntStream.range(0, 2)
                .mapToObj(i -> rewrite.of(kernel.inputs().get(i)))
                .toList();
        if (operands.get(0) == null) {
            biases.remove(result); // the bias is due before the data is there
            return false;
        }
        joint.put(result, new Node(new KernelAndBias((Conv) kernel.op(), (Reduce) bias.op()), operands));
        return true;
    }

    private static boolean isKernel(Op op) {
        return op instanceof Conv c && c.makes() == Conv.Part.KERNEL;
    }

    /** Whether a node sums all but the last axis. */
    private static boolean isBias(Node node) {
        return node.op() instanceof Reduce r
                && r.kind() == Reduce.Kind.SUM
                && r.axes().size() == node.inputs().get(0).rank() - 1
                && !r.axes().contains(r.axes().size())
                && node.inputs().get(0).dtype() == DType.FLOAT32;
    }

    private static boolean isMax(Op op, Pool.Direction direction) {
        return op instanceof Pool p && p.kind() == Pool.Kind.MAX && p.direction() == direction;
    }

    private static Search search(Node node) {
        return new Search(node.inputs().get(0), ((Pool) node.op()).window());
    }
}
