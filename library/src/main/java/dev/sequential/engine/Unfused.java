package dev.sequential.engine;

import java.util.ArrayList;
import java.util.List;

/** Does the steps of a fused operation one by one, where the backend at hand cannot do them together. */
public final class Unfused {
    /** Finds the kernel of a part. */
    @FunctionalInterface
    public interface Finder {
        /** A kernel, or {@code null} where there is none. */
        Kernel kernel(Op op, List<Memory> in, List<Memory> out);
    }

    /** Kernels and the memory between them. */
    private record Chain(Kernel kernels, Arena arena) implements Kernel {
        @Override
        public void run(long key) {
            kernels.run(key);
        }

        @Override
        public void prepare() {
            kernels.prepare();
        }

        @Override
        public void close() {
            kernels.close();
            arena.close();
        }
    }

    private Unfused() {}

    /** A kernel made of several, or {@code null} if the operation is not a fused one. */
    static Kernel kernel(Op op, List<Memory> in, List<Memory> out, Finder finder) {
        if (op instanceof Fused fused) return fused(fused, in, out, finder);
        if (op instanceof FusedScatter scatter) return scatter(scatter, in, out, finder);
        if (op instanceof Linear linear) return linear(linear, in, out.get(0), finder);
        if (op instanceof KernelAndBias both) {
            return new InTurn(List.of(
                    finder.kernel(both.conv(), in, out.subList(0, 1)),
                    finder.kernel(both.bias(), in.subList(1, 2), out.subList(1, 2))));
        }
        if (op instanceof Maxima maxima) {
            List<Memory> ends = List.of(in.get(0), in.get(in.size() - 1));
            return finder.kernel(maxima.pool(), ends, out.subList(0, 1));
        }
        return null;
    }

    /** A product, then what is at its end; {@code null} if there is no kernel for the product. */
    public static Kernel linear(Linear linear, List<Memory> in, Memory out, Finder finder) {
        Op end = linear.end();
        int before = end instanceof Binary ? in.size() - 1 : in.size();
        Kernel product = finder.kernel(linear.beforeEnd(), in.subList(0, before), List.of(out));
        if (product == null) return null;
        List<Memory> operands = new ArrayList<>(List.of(out));
        operands.addAll(in.subList(before, in.size()));
        return new InTurn(List.of(product, finder.kernel(end, operands, List.of(out))));
    }

    private static Kernel scatter(FusedScatter op, List<Memory> in, List<Memory> out, Finder finder) {
        List<Memory> from = FusedScatter.rowsAndPlaces(in);
        Type type = op.scatter().type(Memory.types(from));
        Arena arena = new Arena(type.bytes());
        Memory sums = Memory.at(arena.address(), type, arena);
        Kernel scatter = finder.kernel(op.scatter(), from, List.of(sums));
        return new Chain(new InTurn(List.of(scatter, finder.kernel(op.fused(), op.operands(in, sums), out))), arena);
    }

    /** Results are written last: they may lie on operands. */
    private static Kernel fused(Fused fused, List<Memory> in, List<Memory> out, Finder finder) {
        long size = 0;
        for (Fused.Step step : fused.steps()) size += step.type().bytes() + 64;
        Arena arena = new Arena(size);
        long at = arena.address();
        List<Memory> registers = new ArrayList<>(in);
        List<Kernel> kernels = new ArrayList<>();
        for (Fused.Step step : fused.steps()) {
            Memory to = Memory.at(at, step.type(), arena);
            at += (step.type().bytes() + 63) / 64 * 64;
            kernels.add(finder.kernel(
                    step.op(), step.registers().stream().map(registers::get).toList(), List.of(to)));
            registers.add(to);
        }
        for (int i = 0; i < out.size(); i++) {
            kernels.add(new Copy(registers.get(fused.results().get(i)), out.get(i)));
        }
        return new Chain(new InTurn(kernels), arena);
    }
}
