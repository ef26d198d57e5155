package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core_amx;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;

import dev.sequential.engine.Backend;
import dev.sequential.engine.Binary;
import dev.sequential.engine.Composite;
import dev.sequential.engine.CompositeGradient;
import dev.sequential.engine.Conv;
import dev.sequential.engine.DType;
import dev.sequential.engine.Fused;
import dev.sequential.engine.FusedScatter;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.KernelAndBias;
import dev.sequential.engine.Linear;
import dev.sequential.engine.MatMul;
import dev.sequential.engine.Maxima;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Node;
import dev.sequential.engine.Op;
import dev.sequential.engine.Pool;
import dev.sequential.engine.Precision;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Softmax;
import dev.sequential.engine.Transpose;
import dev.sequential.engine.Type;
import dev.sequential.engine.Unary;
import dev.sequential.engine.Unfused;
import dev.sequential.engine.loops.Loops;
import dev.sequential.engine.loops.Threads;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Float32 on the CPU: oneDNN's primitives where they win, on all cores, and loops where calling oneDNN would take longer
 * than the work. Leaves float64 to others.
 */
public final class OneDnnBackend implements Backend {
    /** Elements below which no element-wise primitive beats a loop. */
    private static final long ELEMENTS = 4096;
    /** Elements times steps (and two for moving the data) from which on primitives beat a loop. */
    private static final long WORK = 65_536;
    /** As many simple steps cost what an exponential costs a loop. */
    private static final int EXPONENTIAL = 8;
    /** Elements from which on oneDNN's softmax beats a loop. */
    private static final long SOFTMAX = 256;
    /** Elements from which on oneDNN's reorder beats a loop. */
    private static final long MOVED = 1024;
    /** Multiplications from which on {@code matmul} beats a loop. */
    private static final long MULTIPLICATIONS = 8192;

    private final boolean primitives;

    /**
     * With oneDNN.
     *
     * @throws IllegalStateException if oneDNN cannot be loaded on this machine
     */
    public OneDnnBackend() {
        this(true);
        Throwable failure = failure();
        if (failure != null) throw new IllegalStateException("oneDNN cannot be loaded: " + failure, failure);
    }

    OneDnnBackend(boolean primitives) {
        this.primitives = primitives;
    }

    /** With oneDNN if it can be loaded, else with the loops alone. */
    public static OneDnnBackend orLoops() {
        return new OneDnnBackend(failure() == null);
    }

    private static Throwable failure() {
        try {
            Dnn.check(dnnl_success); // loads the library and makes the engine
            return null;
        } catch (LinkageError | RuntimeException e) {
            return e;
        }
    }

    @Override
    public String name() {
        return "onednn";
    }

    @Override
    public boolean fuses() {
        return true;
    }

    /** oneDNN has primitives for float32 operands that multiply bfloat16 on AMX alone. */
    @Override
    public boolean computes(Precision precision) {
        return precision == Precision.FULL || primitives && Dnn.has(dnnl_cpu_isa_avx512_core_amx);
    }

    @Override
    public void enter() {
        if (primitives) Denormals.flush();
    }

    @Override
    public void leave() {
        if (primitives) Denormals.keep();
    }

    /** A short program stays on one thread. */
    @Override
    public <T> T binding(List<Node> program, Supplier<T> bind) {
        return Work.isShort(program) ? Threads.one(bind) : bind.get();
    }

    @Override
    public OptionalLong workspace(Composite composite, List<Type> in) {
        boolean floats = in.stream()
                .allMatch(t -> t.dtype() == DType.FLOAT32
                        && t.shape().isKnown()
                        && t.shape().size() > 0);
        return primitives && floats ? Wholes.workspace(composite.kind(), in) : OptionalLong.empty();
    }

    @Override
    public Kernel kernel(Op op, List<Memory> in, List<Memory> out) {
        if (op instanceof Composite c) return Wholes.forward(c, in, out);
        if (op instanceof CompositeGradient g) return Wholes.backward(g, in, out);
        boolean floats = Stream.concat(in.stream(), out.stream()).allMatch(m -> m.dtype() == DType.FLOAT32);
        boolean shared = Work.isShared(op, Memory.types(in), Memory.types(out));
        boolean places = op instanceof Maxima || op instanceof FusedScatter;
        if (primitives && (floats || places && in.get(0).dtype() == DType.FLOAT32)) {
            Kernel kernel = shared ? primitive(op, in, out) : Threads.one(() -> primitive(op, in, out));
            if (kernel != null) return kernel;
        }
        // No loop is as fast as ND4J's product.
        if (isProduct(op) && shared) return null;
        return Loops.kernel(op, in, out);
    }

    private static Kernel primitive(Op op, List<Memory> in, List<Memory> out) {
        Memory to = out.get(0);
        if (to.size() == 0) return null;
        if (op instanceof Fused fused) return isLarge(fused) ? ChainKernel.of(fused, in, out) : null;
        if (op instanceof FusedScatter scatter) return ChainKernel.of(scatter, in, out);
        if (op instanceof Unary || op instanceof Binary) return primitive(Fused.of(op, in.size(), to.type()), in, out);
        if (op instanceof Softmax s && to.size() >= SOFTMAX) return Softmaxes.of(s.axis(), in.get(0), to);
        if (op instanceof Transpose t && to.size() >= MOVED) return Transposes.of(t, in.get(0), to);
        if (op instanceof Reduce r) return Sums.of(r, in.get(0), to);
        if (op instanceof Conv c) return Convolutions.of(c, in.get(0), in.get(1), to, null);
        if (op instanceof KernelAndBias k) return Convolutions.of(k.conv(), in.get(0), in.get(1), to, out.get(1));
        if (op instanceof Pool p) return Pools.of(p, in, to);
        if (op instanceof Maxima m) return Pools.of(m, in, out);
        if (op instanceof MatMul m && Work.multiplications(m, Memory.types(in), to.type()) >= MULTIPLICATIONS) {
            return Products.of(m, in.get(0), in.get(1), Epilogue.NONE, to);
        }
        if (op instanceof Linear l
                && (l.product() instanceof Conv
                        || Work.multiplications(l.product(), Memory.types(in), to.type()) >= MULTIPLICATIONS)) {
            return linear(l, in, to);
        }
        return null;
    }

    /** In one primitive, or the end on the finished product if oneDNN lacks it or has no quick product that takes it. */
    private static Kernel linear(Linear op, List<Memory> in, Memory to) {
        boolean few = op.product() instanceof MatMul m && Sgemm.isForFewRows(m, in.get(1), to);
        Epilogue epilogue = few ? null : Epilogue.of(op, in);
        if (epilogue == null) return Unfused.linear(op, in, to, OneDnnBackend::part);
        return op.product() instanceof Conv c
                ? Convolutions.result(c, in.get(0), in.get(1), epilogue, to)
                : Products.of((MatMul) op.product(), in.get(0), in.get(1), epilogue, to);
    }

    private static Kernel part(Op op, List<Memory> in, List<Memory> out) {
        return op instanceof Unary || op instanceof Binary ? Loops.kernel(op, in, out) : primitive(op, in, out);
    }

    private static boolean isLarge(Fused fused) {
        long steps = 2;
        for (Fused.Step step : fused.steps()) steps += isExponential(step.op()) ? EXPONENTIAL : 1;
        return fused.shape().size() >= ELEMENTS && fused.shape().size() * steps >= WORK;
    }

    private static boolean isProduct(Op op) {
        return op instanceof MatMul || op instanceof Linear;
    }

    private static boolean isExponential(Op op) {
        return op instanceof Unary u
                && switch (u.kind()) {
                    case TANH, SIGMOID -> true;
                    default -> false;
                };
    }
}
