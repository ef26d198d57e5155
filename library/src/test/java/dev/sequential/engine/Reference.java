package dev.sequential.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every operation computed in doubles, one element at a time, as its definition says: what kernels are compared with. */
public final class Reference {
    /** Elements in row-major order. */
    public record Value(Type type, double[] elements) {
        public Shape shape() {
            return type.shape();
        }

        double at(long[] place) {
            return elements[index(place)];
        }

        int index(long[] place) {
            long index = 0;
            for (int i = 0; i < place.length; i++) index = index * type.shape().dim(i) + place[i];
            return (int) index;
        }
    }

    private interface Rule {
        double at(long[] place);
    }

    private Reference() {}

    /** The results of an operation. */
    public static List<Value> compute(Op op, List<Value> in, long key) {
        if (op instanceof Fused fused) return fused(fused, in, key);
        if (op instanceof FusedScatter scatter) {
            Value sums = compute(scatter.scatter(), FusedScatter.rowsAndPlaces(in), key)
                    .get(0);
            return fused(scatter.fused(), scatter.operands(in, sums), key);
        }
        Type type = op.type(in.stream().map(Value::type).toList());
        Value x = in.isEmpty() ? null : in.get(0);
        if (op instanceof Linear l) return List.of(linear(l, in, type));
        if (ReferenceWindows.isOne(op)) return ReferenceWindows.results(op, in, type);
        if (op instanceof Reshape || op instanceof Detach) return List.of(new Value(type, x.elements()));
        if (op instanceof Constant c) return List.of(new Value(type, c.values()));
        if (op instanceof ScatterAdd) return List.of(scatter(x, in.get(1), type));
        if (op instanceof Pad pad) return List.of(pad(pad, x, type));
        if (op instanceof RandomOp random) {
            double[] numbers = new double[(int) type.shape().size()];
            for (int i = 0; i < numbers.length; i++) numbers[i] = Randoms.value(random, key, i);
            return List.of(new Value(type, numbers));
        }
        return List.of(each(type, rule(op, in, type)));
    }

    private static Rule rule(Op op, List<Value> in, Type type) {
        Value x = in.isEmpty() ? null : in.get(0);
        if (op instanceof Fill f) return place -> f.value();
        if (op instanceof Unary u) return place -> ReferenceFunctions.of(u).applyAsDouble(x.at(place));
        if (op instanceof Binary b) {
            return place -> ReferenceFunctions.of(b.kind()).applyAsDouble(spread(x, place), spread(in.get(1), place));
        }
        if (op instanceof Select) {
            return place -> spread(in.get(spread(x, place) != 0 ? 1 : 2), place);
        }
        if (op instanceof Cast c) return place -> c.to() == DType.INT32 ? (int) x.at(place) : x.at(place);
        if (op instanceof Broadcast) return place -> spread(x, place);
        if (op instanceof Transpose t) {
            return place -> {
                long[] from = new long[place.length];
                for (int i = 0; i < place.length; i++) from[t.order().get(i)] = place[i];
                return x.at(from);
            };
        }
        if (op instanceof Slice s) {
            return place -> {
                long[] from = place.clone();
                for (int i = 0; i < from.length; i++)
                    from[i] = s.begin().get(i) + place[i] * s.stride().get(i);
                return x.at(from);
            };
        }
        if (op instanceof Reverse r) {
            return place -> {
                long[] from = place.clone();
                for (int axis : r.axes()) from[axis] = x.shape().dim(axis) - 1 - place[axis];
                return x.at(from);
            };
        }
        if (op instanceof Concat c) {
            return place -> {
                long[] from = place.clone();
                int part = 0;
                while (from[c.axis()] >= in.get(part).shape().dim(c.axis())) {
                    from[c.axis()] -= in.get(part++).shape().dim(c.axis());
                }
                return in.get(part).at(from);
            };
        }
        if (op instanceof Gather) {
            int rank = in.get(1).shape().rank();
            return place -> {
                long[] from = new long[x.shape().rank()];
                from[0] = (long) in.get(1).at(Arrays.copyOf(place, rank));
                System.arraycopy(place, rank, from, 1, from.length - 1);
                return x.at(from);
            };
        }
        if (op instanceof Reduce r) return place -> reduce(r, x, place);
        if (op instanceof ArgMax a) return place -> argMax(line(x, place, a.axis(), false));
        if (op instanceof Softmax s) {
            return place -> Math.exp(x.at(place) - logSum(line(x, place, s.axis(), true)));
        }
        if (op instanceof LogSoftmax s) {
            return place -> x.at(place) - logSum(line(x, place, s.axis(), true));
        }
        if (op instanceof MatMul m) return place -> product(m, x, in.get(1), place);
        throw new IllegalArgumentException("No rule for " + op);
    }

    private static List<Value> fused(Fused op, List<Value> in, long key) {
        List<Value> registers = new ArrayList<>(in);
        for (Fused.Step step : op.steps()) {
            List<Value> from = step.registers().stream().map(registers::get).toList();
            registers.add(compute(step.op(), from, key).get(0));
        }
        return op.results().stream().map(registers::get).toList();
    }

    private static Value linear(Linear op, List<Value> in, Type type) {
        Value product = compute(op.product(), in.subList(0, 2), 0).get(0);
        return each(type, place -> {
            double sum = product.at(place);
            if (op.bias()) sum += in.get(2).elements()[(int) place[place.length - 1]];
            int next = op.bias() ? 3 : 2;
            for (Op step : op.steps()) {
                sum = step instanceof Binary b
                        ? ReferenceFunctions.of(b.kind())
                                .applyAsDouble(sum, in.get(next++).at(place))
                        : ReferenceFunctions.of((Unary) step).applyAsDouble(sum);
            }
            return sum;
        });
    }

    private static double product(MatMul op, Value a, Value b, long[] place) {
        int rank = place.length;
        long[] left = place.clone();
        left[rank - 2] = op.transposeA() ? 0 : place[rank - 2];
        left[rank - 1] = op.transposeA() ? place[rank - 2] : 0;
        long[] right = b.shape().rank() == 2 ? new long[2] : place.clone();
        int last = right.length - 1;
        right[last - 1] = op.transposeB() ? place[rank - 1] : 0;
        right[last] = op.transposeB() ? 0 : place[rank - 1];
        long inner = a.shape().dim(op.transposeA() ? -2 : -1);
        int i = a.index(left);
        int k = b.index(right);
        int alongLeft = op.transposeA() ? (int) a.shape().dim(-1) : 1;
        int alongRight = op.transposeB() ? 1 : (int) b.shape().dim(-1);
        double sum = 0;
        for (long n = 0; n < inner; n++, i += alongLeft, k += alongRight) sum += a.elements()[i] * b.elements()[k];
        return sum;
    }

    private static double reduce(Reduce op, Value x, long[] place) {
        double result = switch (op.kind()) {
            case SUM, MEAN -> 0;
            case PRODUCT -> 1;
            case MAX -> Double.NEGATIVE_INFINITY;
            case MIN -> Double.POSITIVE_INFINITY;
        };
        long count = op.count(x.shape());
        long[] at = place.clone();
        for (long i = 0; i < count; i++) {
            long rest = i;
            for (int axis : op.axes()) {
                at[axis] = rest % x.shape().dim(axis);
                rest /= x.shape().dim(axis);
            }
            double v = x.at(at);
            result = switch (op.kind()) {
                case SUM, MEAN -> result + v;
                case PRODUCT -> result * v;
                case MAX -> Math.max(result, v);
                case MIN -> Math.min(result, v);
            };
        }
        return op.kind() == Reduce.Kind.MEAN ? result / count : result;
    }

    private static double[] line(Value x, long[] place, int axis, boolean within) {
        long[] at = new long[x.shape().rank()];
        for (int i = 0; i < at.length; i++) if (i != axis) at[i] = place[within || i < axis ? i : i - 1];
        double[] line = new double[(int) x.shape().dim(axis)];
        for (int i = 0; i < line.length; i++) {
            at[axis] = i;
            line[i] = x.at(at);
        }
        return line;
    }

    private static double argMax(double[] line) {
        int best = 0;
        for (int i = 1; i < line.length; i++) if (line[i] > line[best]) best = i;
        return best;
    }

    private static double logSum(double[] line) {
        double most = Arrays.stream(line).max().orElseThrow();
        return most + Math.log(Arrays.stream(line).map(v -> Math.exp(v - most)).sum());
    }

    private static Value scatter(Value rows, Value places, Type type) {
        double[] to = new double[(int) type.shape().size()];
        int width = (int) (type.shape().size() / type.shape().dim(0));
        for (int i = 0; i < rows.elements().length; i++) {
            to[(int) places.elements()[i / width] * width + i % width] += rows.elements()[i];
        }
        return new Value(type, to);
    }

    private static Value pad(Pad op, Value x, Type type) {
        double[] to = new double[(int) type.shape().size()];
        Arrays.fill(to, op.value());
        Value result = new Value(type, to);
        each(x.type(), place -> {
            long index = 0;
            for (int i = 0; i < place.length; i++) {
                index = index * type.shape().dim(i)
                        + op.before().get(i)
                        + place[i] * (op.interior().get(i) + 1);
            }
            to[(int) index] = x.at(place);
            return 0;
        });
        return result;
    }

    private static double spread(Value x, long[] place) {
        int extra = place.length - x.shape().rank();
        long[] from = new long[x.shape().rank()];
        for (int i = 0; i < from.length; i++) from[i] = x.shape().dim(i) == 1 ? 0 : place[i + extra];
        return x.at(from);
    }

    private static Value each(Type type, Rule rule) {
        long[] dims = type.shape().dims();
        double[] elements = new double[(int) type.shape().size()];
        long[] place = new long[dims.length];
        for (int i = 0; i < elements.length; i++) {
            long rest = i;
            for (int axis = dims.length - 1; axis >= 0; axis--) {
                place[axis] = rest % dims[axis];
                rest /= dims[axis];
            }
            elements[i] = rule.at(place);
        }
        return new Value(type, elements);
    }
}
