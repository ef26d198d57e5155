package dev.sequential.engine.loops;

import dev.sequential.engine.Kernel;
import java.util.Arrays;

/** Several kernels, one after the other. */
public final class InTurn implements Kernel {
    private final Kernel[] kernels;

    public InTurn(Kernel... kernels) {
        this.kernels = kernels.clone();
    }

    @Override
    public void run(long key) {
        for (Kernel kernel : kernels) kernel.run(key);
    }

    @Override
    public void close() {
        for (Kernel kernel : kernels) kernel.close();
    }

    @Override
    public String toString() {
        return Arrays.toString(kernels);
    }
}
