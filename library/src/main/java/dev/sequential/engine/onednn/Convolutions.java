package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import dev.sequential.engine.Conv;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Precision;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/**
 * Convolutions and their gradients by oneDNN. Images stay as they lie; the kernel is brought into the layout that oneDNN
 * chooses, at each run, in memory of the primitive's own.
 */
final class Convolutions {
    /** Channels that one vector of AVX-512 holds. */
    private static final long VECTOR = 16;

    private final Scope scope;
    private final Conv op;
    private final Slide slide;

    private Convolutions(Scope scope, Conv op) {
        this.scope = scope;
        this.op = op;
        this.slide = new Slide(scope, op.window());
    }

    /** A kernel for any part, or {@code null} if oneDNN cannot; {@code bias} takes the gradient by the bias or is null. */
    static Kernel of(Conv op, Memory a, Memory b, Memory out, Memory bias) {
        if (op.makes() == Conv.Part.RESULT) return result(op, a, b, Epilogue.NONE, out);
        try (Scope scope = new Scope()) {
            Convolutions of = new Convolutions(scope, op);
            return op.makes() == Conv.Part.DATA ? of.data(a, b, out) : of.kernel(a, b, out, bias);
        }
    }

    /** The convolution with what is done to it before the result is written. */
    static Kernel result(Conv op, Memory data, Memory kernel, Epilogue epilogue, Memory out) {
        try (Scope scope = new Scope()) {
            return new Convolutions(scope, op).forward(data, kernel, epilogue, out);
        }
    }

    private Kernel forward(Memory data, Memory kernel, Epilogue epilogue, Memory out) {
        Memory bias = epilogue.bias();
        dnnl_memory_desc x = slide.image(data.shape());
        dnnl_memory_desc k = slide.anyKernel(kernel.shape(), op.groups());
        dnnl_memory_desc w = bias == null ? null : scope.dense(bias.shape().dims());
        dnnl_memory_desc y = slide.image(out.shape());
        dnnl_primitive_desc description = described(
                data.shape().dim(-1) < VECTOR,
                d -> forward(d, x, k, w, y, scope.attributes(op.precision(), epilogue.operations(scope, y))));
        if (description == null) return null;
        List<Primitive.Argument> arguments = new ArrayList<>();
        arguments.add(new Primitive.Argument(DNNL_ARG_SRC, x, data));
        arguments.add(new Primitive.Argument(DNNL_ARG_DST, y, out));
        epilogue.bind(w, y, arguments);
        return reading(kernel, description, arguments);
    }

    /**
     * oneDNN offers products of small matrices first; with few channels its older kernels need a half to nine tenths of the
     * time.
     */
    private dnnl_primitive_desc described(boolean fewChannels, Scope.Maker maker) {
        boolean older = fewChannels && op.precision() == Precision.FULL;
        return older ? scope.description(maker, "jit:") : scope.description(maker);
    }

    private Kernel data(Memory result, Memory kernel, Memory out) {
        dnnl_memory_desc x = slide.image(out.shape());
        dnnl_memory_desc k = slide.anyKernel(kernel.shape(), op.groups());
        dnnl_memory_desc y = slide.image(result.shape());
        dnnl_primitive_desc hint = scope.any(d -> forward(d, x, k, null, y, null));
        if (hint == null) return null;
        boolean steps = op.window().stride().stream().anyMatch(s -> s > 1);
        dnnl_primitive_desc description = described(
                out.shape().dim(-1) <= (steps ? 2 * VECTOR : VECTOR),
                d -> dnnl_convolution_backward_data_primitive_desc_create(
                        d,
                        Dnn.ENGINE,
                        dnnl_convolution_direct,
                        x,
                        k,
                        y,
                        slide.stride(),
                        slide.gaps(),
                        slide.before(),
                        slide.after(),
                        hint,
                        scope.attributes(op.precision())));
        if (description == null) return null;
        return reading(
                kernel,
                description,
                List.of(
                        new Primitive.Argument(DNNL_ARG_DIFF_SRC, x, out),
                        new Primitive.Argument(DNNL_ARG_DIFF_DST, y, result)));
    }

    private Kernel kernel(Memory data, Memory result, Memory out, Memory bias) {
        dnnl_memory_desc x = slide.image(data.shape());
        dnnl_memory_desc k = slide.anyKernel(out.shape(), op.groups());
        dnnl_memory_desc w = bias == null ? null : scope.dense(bias.shape().size());
        dnnl_memory_desc y = slide.image(result.shape());
        dnnl_primitive_desc hint = scope.any(d -> forward(d, x, k, w, y, null));
        if (hint == null) return null;
        dnnl_primitive_desc description =
                scope.description(d -> dnnl_convolution_backward_weights_primitive_desc_create(
                        d,
                        Dnn.ENGINE,
                        dnnl_convolution_direct,
                        x,
                        k,
                        w,
                        y,
                        slide.stride(),
                        slide.gaps(),
                        slide.before(),
                        slide.after(),
                        hint,
                        scope.attributes(op.precision())));
        if (description == null) return null;
        List<Primitive.Argument> arguments = new ArrayList<>();
        arguments.add(new Primitive.Argument(DNNL_ARG_SRC, x, data));
        arguments.add(new Primitive.Argument(DNNL_ARG_DIFF_DST, y, result));
        if (bias != null) arguments.add(new Primitive.Argument(DNNL_ARG_DIFF_BIAS, w, bias));
        return writing(out, description, arguments);
    }

    private int forward(
            dnnl_primitive_desc to,
            dnnl_memory_desc x,
            dnnl_memory_desc k,
            dnnl_memory_desc bias,
            dnnl_memory_desc y,
            dnnl_primitive_attr attributes) {
        return dnnl_convolution_forward_primitive_desc_create(
                to,
                Dnn.ENGINE,
                dnnl_forward_training,
                dnnl_convolution_direct,
                x,
                k,
                bias,
                y,
                slide.stride(),
                slide.gaps(),
                slide.before(),
                slide.after(),
                attributes);
    }

    private Kernel reading(Memory kernel, dnnl_primitive_desc description, List<Primitive.Argument> others) {
        dnnl_memory_desc given = slide.kernel(kernel.shape(), op.groups());
        dnnl_memory_desc wanted = dnnl_primitive_desc_query_md(description, dnnl_query_weights_md, 0);
        Reorders reorders = Reorders.in(scope);
        List<Primitive.Argument> arguments = new ArrayList<>(others);
        arguments.add(reorders.read(DNNL_ARG_WEIGHTS, kernel, given, wanted));
        return reorders.around(new Primitive(description, arguments));
    }

    private Kernel writing(Memory out, dnnl_primitive_desc description, List<Primitive.Argument> others) {
        dnnl_memory_desc wanted = slide.kernel(out.shape(), op.groups());
        dnnl_memory_desc made = dnnl_primitive_desc_query_md(description, dnnl_query_diff_weights_md, 0);
        Reorders reorders = Reorders.in(scope);
        List<Primitive.Argument> arguments = new ArrayList<>(others);
        arguments.add(reorders.write(DNNL_ARG_DIFF_WEIGHTS, out, wanted, made));
        return reorders.around(new Primitive(description, arguments));
    }
}
