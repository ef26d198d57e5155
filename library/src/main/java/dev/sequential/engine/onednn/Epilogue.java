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
import dev.sequential.engine.Op;
import dev.sequential.engine.Unary;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_post_ops;

/**
 * What is done to a product before it is written.
 *
 * @param bias added to the features; may be null
 * @param steps applied one after the other
 */
record Epilogue(Memory bias, List<Step> steps) {
    /** Nothing. */
    static final Epilogue NONE = new Epilogue(null, List.of());

    /** One step, which {@code other}, a tensor of the result's shape, has part in; it may be null. */
    record Step(Eltwise function, int algorithm, Memory other) {
        private static Step of(Eltwise function) {
            return new Step(function, 0, null);
        }

        private static Step of(Binary op, Memory other) {
            return new Step(null, op.kind() == Binary.Kind.ADD ? dnnl_binary_add : dnnl_binary_mul, other);
        }

        private int append(dnnl_post_ops operations, dnnl_memory_desc result) {
            return other == null
                    ? dnnl_post_ops_append_eltwise(operations, function.algorithm(), function.alpha(), function.beta())
                    : dnnl_post_ops_append_binary(operations, algorithm, result);
        }
    }

    /** That of an operation on these operands, or {@code null} if oneDNN lacks its activation. */
    static Epilogue of(Linear op, List<Memory> in) {
        List<Step> steps = new ArrayList<>();
        int next = op.bias() ? 3 : 2;
        for (Op step : op.steps()) {
            if (step instanceof Binary b) {
                steps.add(Step.of(b, in.get(next++)));
                continue;
            }
            List<Eltwise> functions = Eltwise.ofProduct((Unary) step);
            if (functions == null) return null;
            functions.forEach(f -> steps.add(Step.of(f)));
        }
        return new Epilogue(op.bias() ? in.get(2) : null, List.copyOf(steps));
    }

    boolean isNothing() {
        return bias == null && steps.isEmpty();
    }

    /** Everything but the bias, which a primitive is told of by itself; {@code result} describes the product. */
    dnnl_post_ops operations(Scope scope, dnnl_memory_desc result) {
        dnnl_post_ops operations = scope.postOps();
        for (Step step : steps) Dnn.check(step.append(operations, result));
        return operations;
    }

    /** Adds what is read to the arguments of a primitive. */
    void bind(dnnl_memory_desc asBias, dnnl_memory_desc result, List<Primitive.Argument> arguments) {
        if (bias != null) arguments.add(new Primitive.Argument(DNNL_ARG_BIAS, asBias, bias));
        for (int i = 0; i < steps.size(); i++) {
            Memory other = steps.get(i).other();
            if (other == null) continue;
            int id = DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * (i + 1) | DNNL_ARG_SRC_1;
            arguments.add(new Primitive.Argument(id, result, other));
        }
    }
}
