package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_matmul_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_weights_md;

import dev.sequential.engine.Kernel;
import dev.sequential.engine.MatMul;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Precision;
import dev.sequential.engine.Shape;
import dev.sequential.engine.loops.Layout;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/** Products of matrices by oneDNN's {@code matmul}, with bias, activation and another tensor applied before the result is written. */
final class Products {
    private static final long FEW_ROWS = 48;
    private static final long MANY_WEIGHTS = 1 << 18;
    private static final long SMALL_BATCH = 128;
    private static final long MANY_COLUMNS = 512;
    private static final long LARGE_BATCH = 1024;
    private static final long FEW_WEIGHTS = 1 << 14;

    private Products() {}

    /** A kernel, or {@code null} if oneDNN cannot. */
    static Kernel of(MatMul op, Memory a, Memory b, Epilogue epilogue, Memory out) {
        boolean alone = epilogue.isNothing();
        if (alone && Sgemm.isForFewRows(op, b, out)) return Sgemm.of(op, a, b, out);
        boolean flat = b.shape().rank() == 2 && !op.transposeA();
        Shape left = flat ? flattened(a.shape()) : a.shape();
        Shape to = flat ? flattened(out.shape()) : out.shape();
        Shape right = widened(b.shape(), to.rank());
        try (Scope scope = new Scope()) {
            dnnl_memory_desc x = matrix(scope, left, op.transposeA());
            dnnl_memory_desc given = matrix(scope, right, op.transposeB());
            boolean packed =
                    b.isSettled() && b.size() <= Kernel.MOST_COPIED && flat && op.precision() == Precision.FULL;
            dnnl_memory_desc y = packed ? scope.any(turned(right.dims(), op.transposeB())) : given;
            dnnl_memory_desc z = scope.dense(to.dims());
            dnnl_memory_desc w = epilogue.bias() == null
                    ? null
                    : scope.dense(widened(epilogue.bias().shape(), to.rank()).dims());
            dnnl_primitive_attr attributes = scope.attributes(op.precision(), epilogue.operations(scope, z));
            Scope.Maker maker = d -> dnnl_matmul_primitive_desc_create(d, Dnn.ENGINE, x, y, w, z, attributes);
            dnnl_primitive_desc usual = scope.description(maker);
            if (usual == null) return null;
            if (alone && Sgemm.beats(Scope.implementation(usual), op, out)) return Sgemm.of(op, a, b, out);
            boolean packsInVain = !packed
                    && op.precision() == Precision.FULL
                    && (isForManyWeights(op, b, out) || isUneven(op, a, out));
            dnnl_primitive_desc description = packsInVain ? scope.preferred(usual, maker, "gemm:jit") : usual;
            List<Primitive.Argument> arguments = new ArrayList<>();
            arguments.add(new Primitive.Argument(DNNL_ARG_SRC, x, a));
            dnnl_memory_desc wanted = dnnl_primitive_desc_query_md(description, dnnl_query_weights_md, 0);
            Reorders reorders = Reorders.in(scope);
            arguments.add(reorders.read(DNNL_ARG_WEIGHTS, b, given, wanted));
            arguments.add(new Primitive.Argument(DNNL_ARG_DST, z, out));
            epilogue.bind(w, z, arguments);
            return reorders.around(new Primitive(description, arguments));
        }
    }

    /** Whether there are few rows for so many weights: packing these at each run takes longer than it saves. */
    private static boolean isForManyWeights(MatMul op, Memory b, Memory out) {
        return b.size() >= MANY_WEIGHTS && isLow(op, b, out, FEW_ROWS);
    }

    /**
     * Whether this is a gradient of many columns of weights over a small batch, or of few weights over a large one: packing
     * what is multiplied takes longer than it saves.
     */
    private static boolean isUneven(MatMul op, Memory a, Memory out) {
        if (!op.transposeA() || op.transposeB() || out.shape().rank() != 2) return false;
        long batch = a.shape().dim(0);
        return batch <= SMALL_BATCH && out.shape().dim(1) >= MANY_COLUMNS
                || batch >= LARGE_BATCH && out.size() <= FEW_WEIGHTS;
    }

    /** Whether a product with one matrix of weights, both as they lie, has at most so many rows. */
    static boolean isLow(MatMul op, Memory b, Memory out, long rows) {
        return !op.transposeA()
                && !op.transposeB()
                && b.shape().rank() == 2
                && out.size() / out.shape().dim(-1) <= rows;
    }

    /** All axes but the last as one. */
    private static Shape flattened(Shape shape) {
        return Shape.of(shape.slice(0, -1).size(), shape.dim(-1));
    }

    private static Shape widened(Shape shape, int rank) {
        Shape wide = shape;
        while (wide.rank() < rank) wide = wide.inserted(0, 1);
        return wide;
    }

    /** The last two axes read the other way round if asked. */
    private static dnnl_memory_desc matrix(Scope scope, Shape shape, boolean transposed) {
        return scope.strided(turned(shape.dims(), transposed), turned(Layout.strides(shape), transposed));
    }

    private static long[] turned(long[] values, boolean transposed) {
        if (!transposed) return values;
        long[] turned = values.clone();
        turned[values.length - 1] = values[values.length - 2];
        turned[values.length - 2] = values[values.length - 1];
        return turned;
    }
}
