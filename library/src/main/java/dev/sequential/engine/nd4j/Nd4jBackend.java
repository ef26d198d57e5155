package dev.sequential.engine.nd4j;

import dev.sequential.engine.ArgMax;
import dev.sequential.engine.Backend;
import dev.sequential.engine.Binary;
import dev.sequential.engine.Broadcast;
import dev.sequential.engine.Cast;
import dev.sequential.engine.Concat;
import dev.sequential.engine.Conv;
import dev.sequential.engine.Gather;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.LogSoftmax;
import dev.sequential.engine.MatMul;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Op;
import dev.sequential.engine.Pad;
import dev.sequential.engine.Pool;
import dev.sequential.engine.RandomOp;
import dev.sequential.engine.Randoms;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Reverse;
import dev.sequential.engine.ScatterAdd;
import dev.sequential.engine.Select;
import dev.sequential.engine.Slice;
import dev.sequential.engine.Softmax;
import dev.sequential.engine.Transpose;
import dev.sequential.engine.Unary;
import java.util.List;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Computes every operation in every element type with plain ND4J calls. */
public final class Nd4jBackend implements Backend {
    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public boolean fuses() {
        return false;
    }

    @Override
    public Kernel kernel(Op op, List<Memory> in, List<Memory> out) {
        INDArray[] x = in.stream().map(Memory::array).toArray(INDArray[]::new);
        INDArray z = out.get(0).array();
        if (op instanceof RandomOp random) {
            return key -> {
                for (long i = 0; i < z.length(); i++) z.data().put(i + z.offset(), Randoms.value(random, key, i));
            };
        }
        Supplier<INDArray> value = value(op, x, z);
        if (value == null) return null;
        return key -> {
            INDArray result = value.get();
            if (result != z) z.assign(result.reshape('c', z.shape()));
        };
    }

    private static Supplier<INDArray> value(Op op, INDArray[] x, INDArray z) {
        if (op instanceof Unary u) return () -> Elementwise.unary(u, x[0]);
        if (op instanceof Binary b) return () -> Elementwise.binary(b.kind(), spread(x[0], z), spread(x[1], z));
        if (op instanceof Select) return () -> Elementwise.select(spread(x[0], z), spread(x[1], z), spread(x[2], z));
        if (op instanceof Cast) return () -> Elementwise.cast(x[0], z.dataType());
        if (op instanceof Broadcast) return () -> spread(x[0], z);
        if (op instanceof Reduce r) return () -> Folds.reduce(r, x[0]);
        if (op instanceof ArgMax a) return () -> Folds.argMax(x[0], a.axis());
        if (op instanceof Softmax s) return () -> Folds.softmax(x[0], s.axis(), false);
        if (op instanceof LogSoftmax s) return () -> Folds.softmax(x[0], s.axis(), true);
        if (op instanceof MatMul m) return () -> Products.matmul(m, x[0], x[1], z);
        if (op instanceof Conv c) return () -> Windows.conv(c, x[0], x[1], z);
        if (op instanceof Pool p) {
            return p.kind() == Pool.Kind.MAX ? () -> Windows.max(p, x[0], x[1], z) : () -> Windows.average(p, x[0], z);
        }
        if (op instanceof Transpose t) {
            int[] order = t.order().stream().mapToInt(Integer::intValue).toArray();
            return () -> x[0].permute(order);
        }
        if (op instanceof Concat c) return () -> org.nd4j.linalg.factory.Nd4j.concat(c.axis(), x);
        if (op instanceof Slice s) return () -> Moves.slice(s, x[0]);
        if (op instanceof Pad p) return () -> Moves.pad(p, x[0], z);
        if (op instanceof Reverse r) return () -> Moves.reverse(r, x[0]);
        if (op instanceof Gather) return () -> Moves.gather(x[0], x[1], z);
        if (op instanceof ScatterAdd) return () -> Moves.scatterAdd(x[0], x[1], z);
        return null;
    }

    /** The operand repeated to the result's shape. */
    static INDArray spread(INDArray x, INDArray like) {
        if (x.rank() == like.rank() && java.util.Arrays.equals(x.shape(), like.shape())) return x;
        int rank = like.rank();
        long[] shape = new long[rank];
        for (int i = 0; i < rank; i++) {
            int from = i - (rank - x.rank());
            shape[i] = from < 0 ? 1 : x.size(from);
        }
        INDArray aligned = x.reshape('c', shape);
        return java.util.Arrays.equals(shape, like.shape()) ? aligned : aligned.broadcast(like.shape());
    }
}
