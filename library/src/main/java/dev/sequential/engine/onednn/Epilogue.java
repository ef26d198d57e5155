package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_add;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_mul;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_append_binary;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_append_eltwise;

import dev.sequential.engine.Binary;
import dev.sequential.engine.Linear;
import dev.sequential.engine.Memory;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_post_ops;

/**
 * What is done to a product before it is written.
 *
 * @param bias added to the features; may be null
 * @param functions applied one after the other
 * @param algorithm how {@code other} is applied at the end
 * @param other a tensor of the result's shape; may be null
 */
record Epilogue(Memory bias, List<Eltwise> functions, int algorithm, Memory other) {
    /** Nothing. */
    static final Epilogue NONE = new Epilogue(null, List.of(), 0, null);

    /** That of an operation on these operands, or {@code null} if oneDNN lacks its activation. */
    static Epilogue of(Linear op, List<Memory> in) {
        List<Eltwise> functions = op.activation().isEmpty()
                ? List.of()
                : Eltwise.ofProduct(op.activation().get());
        if (functions == null) return null;
        return new Epilogue(
                op.bias() ? in.get(2) : null,
                functions,
                op.last().map(Epilogue::algorithm).orElse(0),
                op.last().map(b -> in.get(in.size() - 1)).orElse(null));
    }

    private static int algorithm(Binary last) {
        return last.kind() == Binary.Kind.ADD ? dnnl_binary_add : dnnl_binary_mul;
    }

    boolean isNothing() {
        return bias == null && functions.isEmpty() && other == null;
    }

    /** Everything but the bias, which a primitive is told of by itself; {@code result} describes the product. */
    dnnl_post_ops operations(Scope scope, dnnl_memory_desc result) {
        dnnl_post_ops operations = scope.postOps();
        for (Eltwise f : functions) {
            Dnn.check(dnnl_post_ops_append_eltwise(operations, f.algorithm(), f.alpha(), f.beta()));
        }
        if (other != null) Dnn.check(dnnl_post_ops_append_binary(operations, algorithm, result));
        return operations;
    }

    /** Adds what is read to the arguments of a primitive. */
    void bind(dnnl_memory_desc asBias, dnnl_memory_desc result, List<Primitive.Argument> arguments) {
        if (bias != null) arguments.add(new Primitive.Argument(DNNL_ARG_BIAS, asBias, bias));
        if (other == null) return;
        int id = DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * (functions.size() + 1) | DNNL_ARG_SRC_1;
        arguments.add(new Primitive.Argument(id, result, other));
    }
}
