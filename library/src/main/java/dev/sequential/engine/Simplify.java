package dev.sequential.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rewrites a graph into a smaller one that computes the same: equal operations are done once, known numbers are
 * computed now, and what the gradient rules leave behind (products with 1, repeated broadcasts, double transposes) goes.
 */
final class Simplify {
    private record Key(Op op, List<Tensor> inputs) {}

    private final Map<Key, Node> made = new HashMap<>();

    /** The rewritten form of these results. */
    static List<Tensor> all(List<Tensor> results) {
        Simplify simplify = new Simplify();
        return new Rewrite().all(results, Graphs.order(results), simplify::results);
    }

    private List<Tensor> results(Node node, List<Tensor> inputs) {
        if (node.op() instanceof Placeholder) return node.outputs(); // two of one name are not one
        Tensor simple = simpler(node.op(), inputs);
        return simple != null ? List.of(simple) : make(node.op(), inputs).outputs();
    }

    private Node make(Op op, List<Tensor> inputs) {
        List<Tensor> lean = op.isElementwise() ? withoutBroadcasts(op, inputs) : inputs;
        return made.computeIfAbsent(new Key(op, lean), k -> new Node(op, lean));
    }

    private Tensor tensor(Op op, Tensor... inputs) {
        Tensor simple = simpler(op, List.of(inputs));
        return simple != null ? simple : make(op, List.of(inputs)).outputs().get(0);
    }

    /** An element-wise operation repeats its operands itself. */
    private static List<Tensor> withoutBroadcasts(Op op, List<Tensor> inputs) {
        if (inputs.isEmpty()) return inputs;
        Shape shape = op.type(inputs.stream().map(Tensor::type).toList()).shape();
        List<Tensor> lean = new ArrayList<>(inputs);
        for (int i = 0; i < lean.size(); i++) {
            while (lean.get(i).node().op() instanceof Broadcast) {
                List<Tensor> next = new ArrayList<>(lean);
                next.set(i, lean.get(i).node().inputs().get(0));
                if (!op.type(next.stream().map(Tensor::type).toList()).shape().equals(shape)) break;
                lean = next;
            }
        }
        return lean;
    }

    /** A simpler tensor with the same value, or {@code null}. */
    private Tensor simpler(Op op, List<Tensor> in) {
        if (op instanceof Detach) return in.get(0);
        if (op.isElementwise()
                && !in.isEmpty()
                && in.stream().allMatch(t -> t.node().op() instanceof Broadcast)) {
            Tensor late = beforeBroadcast(op, in);
            if (late != null) return late;
        }
        if (op instanceof Unary u) return unary(u, in.get(0));
        if (op instanceof Binary b) return binary(b, in.get(0), in.get(1));
        if (op instanceof Cast c && c.to() == in.get(0).dtype()) return in.get(0);
        if (op instanceof Reshape r) return reshape(r, in.get(0));
        if (op instanceof Broadcast b) {
            if (b.to().equals(in.get(0).shape())) return in.get(0);
            return in.get(0).node().op() instanceof Fill f
                    ? fill(f.value(), in.get(0).type().with(b.to()))
                    : null;
        }
        if (op instanceof Transpose t) return transpose(t, in.get(0));
        if (op instanceof ScatterAdd s) return scatter(s, in.get(0), in.get(1));
        if (op instanceof Reverse && in.get(0).node().op().equals(op))
            return in.get(0).node().inputs().get(0);
        if (op instanceof MatMul m) return matmul(m, in.get(0), in.get(1));
        if (op instanceof Reduce r) return reduce(r, in.get(0));
        return null;
    }

    /** What is done to repeated elements alike is done before they are repeated. */
    private Tensor beforeBroadcast(Op op, List<Tensor> repeated) {
        List<Tensor> in = repeated.stream().map(t -> t.node().inputs().get(0)).toList();
        Shape shape = op.type(repeated.stream().map(Tensor::type).toList()).shape();
        Shape smaller = op.type(in.stream().map(Tensor::type).toList()).shape();
        return smaller.equals(shape) ? null : tensor(new Broadcast(shape), tensor(op, in.toArray(Tensor[]::new)));
    }

    private Tensor unary(Unary u, Tensor x) {
        if (u.kind() != Unary.Kind.AFFINE) return null;
        if (u.a() == 1 && u.b() == 0) return x;
        if (x.node().op() instanceof Fill f) return fill(u.a() * f.value() + u.b(), x.type());
        if (u.a() == 0) return null; // 0 · ∞ is NaN
        if (x.node().op() instanceof Unary v && v.kind() == Unary.Kind.AFFINE) {
            return tensor(
                    new Unary(Unary.Kind.AFFINE, u.a() * v.a(), u.a() * v.b() + u.b()),
                    x.node().inputs().get(0));
        }
        return null;
    }

    private Tensor binary(Binary b, Tensor x, Tensor y) {
        Shape shape = Shape.broadcast(x.shape(), y.shape());
        Double left = number(x);
        Double right = number(y);
        return switch (b.kind()) {
            case ADD ->
                right != null ? affine(x, 1, right, shape) : left != null ? affine(y, 1, left, shape) : bias(x, y);
            case SUBTRACT ->
                right != null ? affine(x, 1, -right, shape) : left != null ? affine(y, -1, left, shape) : null;
            case MULTIPLY ->
                right != null ? affine(x, right, 0, shape) : left != null ? affine(y, left, 0, shape) : asked(x, y);
            case DIVIDE -> right != null && right != 0 ? affine(x, 1 / right, 0, shape) : null;
            default -> null;
        };
    }

    /** What is multiplied by whether something exceeds a number. */
    private Tensor asked(Tensor x, Tensor asked) {
        if (!isQuestion(asked)) return isQuestion(x) ? asked(asked, x) : null;
        Unary question = (Unary) asked.node().op();
        Tensor of = asked.node().inputs().get(0);
        if (x.node().op() instanceof Pool p) return chosen(p, x, question, of);
        boolean product = x.node().op() instanceof Binary b && b.kind() == Binary.Kind.MULTIPLY;
        return product && question.a() == 0 ? kept(x, of) : null;
    }

    private static boolean isQuestion(Tensor x) {
        return x.node().op() instanceof Unary u && u.kind() == Unary.Kind.GREATER;
    }

    /**
     * What is spread to the largest elements of windows, where these are also asked whether they exceed a number: the
     * maxima, of which there are fewer, are asked the same before. It is how relu before max pooling learns.
     */
    private Tensor chosen(Pool p, Tensor spread, Unary question, Tensor asked) {
        if (p.kind() != Pool.Kind.MAX || p.isGathering()) return null;
        Tensor x = spread.node().inputs().get(0);
        if (asked != x) return null;
        Tensor maxima = tensor(p.with(Pool.Direction.GATHER), x, x);
        Tensor kept =
                tensor(new Binary(Binary.Kind.MULTIPLY), spread.node().inputs().get(1), tensor(question, maxima));
        return tensor(p, x, kept);
    }

    /**
     * {@code g * mask * (x > 0)} where {@code x * mask} is known, with a mask of Bernoulli's: what is kept there and
     * positive is scaled alike. It is how relu before dropout learns, and then nobody needs x or the mask any more.
     */
    private Tensor kept(Tensor product, Tensor x) {
        for (int side = 0; side < 2; side++) {
            Tensor mask = product.node().inputs().get(side);
            if (!(mask.node().op() instanceof RandomOp r) || r.kind() != RandomOp.Kind.BERNOULLI || r.b() < 1) continue;
            Binary times = new Binary(Binary.Kind.MULTIPLY);
            Node masked =
                    made.getOrDefault(new Key(times, List.of(x, mask)), made.get(new Key(times, List.of(mask, x))));
            if (masked == null || !x.type().equals(mask.type())) continue;
            Tensor positive =
                    tensor(new Unary(Unary.Kind.GREATER, 0, 0), masked.outputs().get(0));
            Tensor kept = tensor(new Unary(Unary.Kind.AFFINE, r.b(), 0), positive);
            return tensor(times, product.node().inputs().get(1 - side), kept);
        }
        return null;
    }

    /** A bias added to the features of a product that were given several axes is added before: then the product does it. */
    private Tensor bias(Tensor x, Tensor bias) {
        if (bias.node().op() instanceof Reshape && !(x.node().op() instanceof Reshape)) return bias(bias, x);
        if (!(x.node().op() instanceof Reshape r) || bias.rank() < 2 || bias.rank() > x.rank()) return null;
        Tensor product = x.node().inputs().get(0);
        Shape features = x.shape().slice(-bias.rank(), x.rank());
        if (!(product.node().op() instanceof MatMul)
                || !features.equals(bias.shape())
                || features.size() != product.dim(-1)) return null;
        Tensor flat = tensor(new Reshape(Shape.of(features.size())), bias);
        return tensor(r, tensor(new Binary(Binary.Kind.ADD), product, flat));
    }

    /** The one number that fills a tensor, or {@code null}. */
    private static Double number(Tensor x) {
        while (x.node().op() instanceof Broadcast) x = x.node().inputs().get(0);
        return x.node().op() instanceof Fill f ? f.value() : null;
    }

    private Tensor affine(Tensor x, double scale, double offset, Shape shape) {
        Tensor y = tensor(new Unary(Unary.Kind.AFFINE, scale, offset), x);
        return tensor(new Broadcast(shape), y);
    }

    private Tensor fill(double value, Type type) {
        return make(new Fill(value, type), List.of()).outputs().get(0);
    }

    private Tensor reshape(Reshape r, Tensor x) {
        if (r.to().equals(x.shape())) return x;
        if (x.node().op() instanceof Fill f) return fill(f.value(), x.type().with(r.to()));
        return x.node().op() instanceof Reshape ? tensor(r, x.node().inputs().get(0)) : null;
    }

    private Tensor transpose(Transpose t, Tensor x) {
        if (t.order().equals(IntStream.range(0, x.rank()).boxed().toList())) return x;
        if (x.node().op() instanceof Gather && movesPlaces(t, x.node().inputs().get(1))) {
            Tensor places = x.node().inputs().get(1);
            Transpose moved = new Transpose(t.order().subList(0, places.rank()));
            return tensor(new Gather(), x.node().inputs().get(0), tensor(moved, places));
        }
        if (!(x.node().op() instanceof Transpose inner)) return null;
        List<Integer> order = t.order().stream().map(inner.order()::get).toList();
        return tensor(new Transpose(order), x.node().inputs().get(0));
    }

    /** Rows in another order are added where their places in that order say. */
    private Tensor scatter(ScatterAdd s, Tensor rows, Tensor places) {
        if (!(rows.node().op() instanceof Transpose t) || !movesPlaces(t, places)) return null;
        List<Integer> order = t.order().subList(0, places.rank());
        List<Integer> back =
                IntStream.range(0, order.size()).map(order::indexOf).boxed().toList();
        return tensor(s, rows.node().inputs().get(0), tensor(new Transpose(back), places));
    }

    /** Whether rows that belong to places change their order only, and stay as they are. */
    private static boolean movesPlaces(Transpose t, Tensor places) {
        return IntStream.range(places.rank(), t.order().size())
                .allMatch(i -> t.order().get(i) == i);
    }

    /** A transposed operand is read transposed. */
    private Tensor matmul(MatMul m, Tensor a, Tensor b) {
        if (swapsLast(a))
            return tensor(
                    new MatMul(!m.transposeA(), m.transposeB(), m.precision()),
                    a.node().inputs().get(0),
                    b);
        if (swapsLast(b))
            return tensor(
                    new MatMul(m.transposeA(), !m.transposeB(), m.precision()),
                    a,
                    b.node().inputs().get(0));
        return null;
    }

    private static boolean swapsLast(Tensor x) {
        return x.node().op().equals(Transpose.ofLast(x.rank()));
    }

    private Tensor reduce(Reduce r, Tensor x) {
        boolean same = r.axes().stream().allMatch(axis -> x.dim(axis) == 1);
        if (same) return x;
        if (!(x.node().op() instanceof Fill f)) return null;
        Type type = r.type(List.of(x.type()));
        return switch (r.kind()) {
            case SUM -> fill(f.value() * r.count(x.shape()), type);
            case MEAN, MAX, MIN -> fill(f.value(), type);
            case PRODUCT -> null;
        };
    }
}
