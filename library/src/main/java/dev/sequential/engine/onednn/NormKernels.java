package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import dev.sequential.engine.Composite;
import dev.sequential.engine.CompositeGradient;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Normalized;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Batch and layer normalisation, each way one primitive of oneDNN. The gradient needs means and variances: of the batch
 * they are results, of the vectors the workspace holds them, first all means.
 */
final class NormKernels {
    private final Scope scope;
    private final Normalized norm;
    private final long vectors;
    private final dnnl_memory_desc x;
    private final dnnl_memory_desc weight;
    private final dnnl_memory_desc moment;
    private final List<Primitive.Argument> arguments = new ArrayList<>();

    private NormKernels(Scope scope, Normalized norm, Shape shape) {
        long columns = shape.dim(-1);
        this.scope = scope;
        this.norm = norm;
        this.vectors = shape.size() / columns;
        this.weight = scope.dense(columns);
        if (overBatch()) {
            long samples = shape.dim(0);
            long places = vectors / samples;
            this.x = scope.strided(
                    new long[] {samples, columns, places, 1}, new long[] {places * columns, 1, columns, columns});
            this.moment = weight;
        } else {
            this.x = scope.dense(vectors, columns);
            this.moment = scope.dense(vectors);
        }
    }

    private boolean overBatch() {
        return norm.over() == Normalized.Over.OTHERS;
    }

    /** Bytes that the forward kernel leaves to the backward one; empty if oneDNN has no fast kernel for both. */
    static OptionalLong workspace(Normalized norm, List<Type> in) {
        try (Scope scope = new Scope()) {
            NormKernels of = new NormKernels(scope, norm, in.get(0).shape());
            dnnl_primitive_desc forward = of.forward(dnnl_forward_training);
            if (!isFast(forward) || !isFast(of.backward(forward))) return OptionalLong.empty();
            return OptionalLong.of(of.overBatch() ? 0 : 2 * of.vectors * Float.BYTES);
        }
    }

    private static boolean isFast(dnnl_primitive_desc description) {
        return description != null && Scope.implementation(description).contains("jit");
    }

    static Kernel forward(Composite op, Normalized norm, List<Memory> in, List<Memory> out) {
        try (Scope scope = new Scope()) {
            return new NormKernels(scope, norm, in.get(0).shape()).forward(op.workspace() > 0, in, out);
        }
    }

    static Kernel backward(CompositeGradient op, Normalized norm, List<Memory> in, List<Memory> out) {
        int operands = op.of().parameters().size();
        try (Scope scope = new Scope()) {
            return new NormKernels(scope, norm, in.get(0).shape())
                    .backward(in.subList(0, operands), in.subList(operands, in.size()), out);
        }
    }

    private Kernel forward(boolean keepsMoments, List<Memory> in, List<Memory> out) {
        boolean training = overBatch() || keepsMoments;
        add(DNNL_ARG_SRC, x, in.get(0));
        weights(DNNL_ARG_SCALE, DNNL_ARG_SHIFT, in);
        add(DNNL_ARG_DST, x, out.get(0));
        if (training) moments(out);
        return new Primitive(forward(training ? dnnl_forward_training : dnnl_forward_inference), arguments);
    }

    /** {@code made} are the results, the workspace if there is one, and what reaches the results. */
    private Kernel backward(List<Memory> in, List<Memory> made, List<Memory> out) {
        add(DNNL_ARG_SRC, x, in.get(0));
        if (norm.scale()) add(DNNL_ARG_SCALE, weight, in.get(1));
        moments(made);
        add(DNNL_ARG_DIFF_DST, x, made.get(overBatch() ? 3 : 2));
        add(DNNL_ARG_DIFF_SRC, x, out.get(0));
        weights(DNNL_ARG_DIFF_SCALE, DNNL_ARG_DIFF_SHIFT, out);
        return new Primitive(backward(forward(dnnl_forward_training)), arguments);
    }

    private void weights(int scale, int shift, List<Memory> memory) {
        if (norm.scale()) add(scale, weight, memory.get(1));
        if (norm.center()) add(shift, weight, memory.get(memory.size() - 1));
    }

    /** Where the results hold means and variances. */
    private void moments(List<Memory> results) {
        Memory means = results.get(1);
        if (overBatch()) {
            add(DNNL_ARG_MEAN, moment, means);
            add(DNNL_ARG_VARIANCE, moment, results.get(2));
        } else {
            Pointer variances = new FloatPointer(means.pointer()).getPointer(vectors);
            add(DNNL_ARG_MEAN, moment, means);
            arguments.add(new Primitive.Argument(DNNL_ARG_VARIANCE, moment, variances, means));
        }
    }

    private void add(int id, dnnl_memory_desc as, Memory memory) {
        arguments.add(new Primitive.Argument(id, as, memory));
    }

    private int flags() {
        return (norm.scale() ? dnnl_use_scale : 0) | (norm.center() ? dnnl_use_shift : 0);
    }

    private dnnl_primitive_desc forward(int kind) {
        float epsilon = (float) norm.epsilon();
        return scope.description(d -> overBatch()
                ? dnnl_batch_normalization_forward_primitive_desc_create(
                        d, Dnn.ENGINE, kind, x, x, epsilon, flags(), scope.attributes())
                : dnnl_layer_normalization_forward_primitive_desc_create(
                        d, Dnn.ENGINE, kind, x, x, moment, epsilon, flags(), scope.attributes()));
    }

    private dnnl_primitive_desc backward(dnnl_primitive_desc forward) {
        float epsilon = (float) norm.epsilon();
        int kind = flags() == 0 ? dnnl_backward_data : dnnl_backward;
        return scope.description(d -> overBatch()
                ? dnnl_batch_normalization_backward_primitive_desc_create(
                        d, Dnn.ENGINE, kind, x, x, x, epsilon, flags(), forward, scope.attributes())
                : dnnl_layer_normalization_backward_primitive_desc_create(
                        d, Dnn.ENGINE, kind, x, x, x, moment, epsilon, flags(), forward, scope.attributes()));
    }
}
