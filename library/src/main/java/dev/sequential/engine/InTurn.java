package dev.sequential.engine;

import java.util.Arrays;
import java.util.List;

/** Several kernels, one after the other. */
public final class InTurn implements Kernel {
    private final Kernel[] kernels;

    public InTurn(List<Kernel> kernels) {
        this.kernels = kernels.toArray(Kernel[]::new);
    }

    @Override
    public void run(long key) {
        for (Kernel kernel : kernels) kernel.run(key);
    }

    @Override
    public void prepare() {
        for (Kernel kernel : kernels) kernel.prepare();
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
