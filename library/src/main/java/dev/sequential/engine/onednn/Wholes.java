package dev.sequential.engine.onednn;

import dev.sequential.engine.Composite;
import dev.sequential.engine.CompositeGradient;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.KnownLoop;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Normalized;
import dev.sequential.engine.Type;
import dev.sequential.engine.loops.Threads;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The kinds of {@link Composite} that oneDNN computes, on one thread if there is too little work for two. */
final class Wholes {
    private Wholes() {}

    /** See {@link dev.sequential.engine.Backend#workspace}; all operands are float32 and not empty. */
    static OptionalLong workspace(Composite.Kind kind, List<Type> in) {
        return threaded(kind, in, () -> {
            if (kind instanceof KnownLoop loop) return LoopKernels.workspace(loop, in);
            return NormKernels.workspace((Normalized) kind, in);
        });
    }

    static Kernel forward(Composite op, List<Memory> in, List<Memory> out) {
        return threaded(op.kind(), Memory.types(in), () -> {
            if (op.kind() instanceof KnownLoop loop) return LoopKernels.forward(op, loop, in, out);
            return NormKernels.forward(op, (Normalized) op.kind(), in, out);
        });
    }

    static Kernel backward(CompositeGradient op, List<Memory> in, List<Memory> out) {
        Composite.Kind kind = op.of().kind();
        return threaded(kind, Memory.types(in), () -> {
            if (kind instanceof KnownLoop loop) return LoopKernels.backward(op, loop, in, out);
            return NormKernels.backward(op, (Normalized) kind, in, out);
        });
    }

    private static <T> T threaded(Composite.Kind kind, List<Type> in, Supplier<T> make) {
        return Work.isShared(kind, in) ? make.get() : Threads.one(make);
    }
}
