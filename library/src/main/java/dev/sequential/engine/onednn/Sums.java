package dev.sequential.engine.onednn;

import dev.sequential.engine.DType;
import dev.sequential.engine.InTurn;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.MatMul;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Precision;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Type;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Sums and means over neighbouring axes as products with ones, which read memory faster than a loop does. */
final class Sums {
    /** Elements that are added in one go: floats, which are not carried over into doubles, lose no digit that counts. */
    private static final long LONGEST = 1024;

    private static final long MOST_STRETCHES = 4;

    private Sums() {}

    /**
     * A kernel, or {@code null} if the axes are others, the sums too long, or means would be rounded twice: the mean of
     * three times 3 is 3, which a third of each, added, is not.
     */
    static Kernel of(Reduce op, Memory in, Memory out) {
        boolean mean = op.kind() == Reduce.Kind.MEAN;
        if (!mean && op.kind() != Reduce.Kind.SUM) return null;
        long count = op.count(in.shape());
        if (count < 2 || mean && Long.bitCount(count) != 1) return null;
        boolean first = areFirst(op.axes(), in.shape(), count);
        if (count > LONGEST) return first && !mean ? stretches(count, in, out) : null;
        Memory ones = ones(count);
        float scale = mean ? 1f / count : 1;
        if (first) return Sgemm.scaled(scale, ones, in, out, out.size());
        if (areLast(op.axes(), in.shape(), count)) return Sgemm.scaled(scale, in, ones, out, 1);
        return mean ? null : middle(op.axes(), count, in, out);
    }

    /** The sums over neighbouring axes with some before and some after them. */
    private static Kernel middle(List<Integer> axes, long count, Memory in, Memory out) {
        int end = axes.get(axes.size() - 1) + 1;
        Shape summed = in.shape().slice(axes.get(0), end);
        long columns = in.shape().slice(end, in.shape().rank()).size();
        if (summed.size() != count) return null;
        long matrices = in.size() / count / columns;
        return Products.of(
                new MatMul(false, false, Precision.FULL),
                ones(count).as(Shape.of(1, 1, count)),
                in.as(Shape.of(matrices, count, columns)),
                Epilogue.NONE,
                out.as(Shape.of(matrices, 1, columns)));
    }

    /** The sums over the first axes, a stretch at a time. */
    private static Kernel stretches(long count, Memory in, Memory out) {
        if (count > LONGEST * MOST_STRETCHES) return null;
        Memory ones = ones(LONGEST);
        List<Kernel> kernels = new ArrayList<>();
        for (long from = 0; from < count; from += LONGEST) {
            long rows = Math.min(LONGEST, count - from);
            Memory part = in.part(from * out.size(), rows * out.size());
            kernels.add(
                    from == 0
                            ? Sgemm.scaled(1, ones, part, out, out.size())
                            : Sgemm.onto(ones.part(0, rows), part, out, out.size()));
        }
        return new InTurn(kernels);
    }

    private static boolean areFirst(List<Integer> axes, Shape shape, long count) {
        return shape.slice(0, axes.get(axes.size() - 1) + 1).size() == count;
    }

    private static boolean areLast(List<Integer> axes, Shape shape, long count) {
        return shape.slice(axes.get(0), shape.rank()).size() == count;
    }

    private static Memory ones(long count) {
        return Memory.of(Nd4j.ones(DataType.FLOAT, count), new Type(Shape.of(count), DType.FLOAT32));
    }
}
