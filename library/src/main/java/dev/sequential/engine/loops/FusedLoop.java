package dev.sequential.engine.loops;

import static dev.sequential.engine.loops.Loops.CHUNK;

import dev.sequential.engine.DType;
import dev.sequential.engine.Fused;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Op;
import dev.sequential.engine.RandomOp;
import dev.sequential.engine.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs element-wise operations chunk by chunk: operands are copied into registers, which are arrays small enough for the
 * first cache, the steps loop over these, and the results are copied out. A result may lie in the memory of an operand
 * of the same shape, since a chunk is read before it is written.
 */
final class FusedLoop implements Loop {
    /** Simple steps that take as long as a random number. */
    private static final long RANDOM = 6;

    private final Object[] read;
    private final Source[] sources;
    private final Step[] steps;
    private final Object[] written;
    private final long[] addresses;
    private final long size;
    private final int chunk;
    private final List<Memory> memory;

    private FusedLoop(Fused op, List<Memory> in, List<Memory> out) {
        Shape shape = op.shape();
        this.memory = new ArrayList<>(in);
        memory.addAll(out);
        this.size = shape.size();
        this.chunk = Source.chunk(in, shape, CHUNK);
        this.sources = in.stream().map(m -> Source.of(m, shape, chunk)).toArray(Source[]::new);
        Registers registers = new Registers(op, in, sources, (int) Math.min(size, chunk));
        this.read = IntStream.range(0, in.size()).mapToObj(registers::at).toArray();
        this.steps = IntStream.range(0, op.steps().size())
                .mapToObj(registers::bind)
                .filter(s -> !s.isConstant())
                .toArray(Step[]::new);
        this.written = op.results().stream().map(registers::at).toArray();
        this.addresses = out.stream().mapToLong(Memory::address).toArray();
    }

    /** A kernel for several steps, or {@code null} if one is unknown. */
    static Kernel of(Fused op, List<Memory> in, List<Memory> out) {
        List<DType> types = new ArrayList<>(in.stream().map(Memory::dtype).toList());
        for (Fused.Step step : op.steps()) {
            List<DType> from = step.registers().stream().map(types::get).toList();
            if (!Step.isKnown(step.op(), from, step.type().dtype())) return null;
            types.add(step.type().dtype());
        }
        long size = op.shape().size();
        long chunk = Source.chunk(in, op.shape(), CHUNK);
        long randoms =
                op.steps().stream().filter(s -> s.op() instanceof RandomOp).count();
        long work = size * (op.steps().size() + (RANDOM - 1) * randoms + in.size() + out.size());
        return SharedLoop.of((size + chunk - 1) / chunk, work, () -> new FusedLoop(op, in, out));
    }

    /** A kernel for one operation, or {@code null} if it is unknown. */
    static Kernel of(Op op, List<Memory> in, Memory out) {
        return of(Fused.of(op, in.size(), out.type()), in, List.of(out));
    }

    @Override
    public void begin(long key) {
        for (int i = 0; i < sources.length; i++) sources[i].begin(read[i]);
        for (Step step : steps) step.begin(key);
    }

    @Override
    public void run(long first, long end) {
        for (long from = first * chunk; from < Math.min(end * chunk, size); from += chunk) {
            int n = (int) Math.min(chunk, size - from);
            for (int i = 0; i < sources.length; i++) sources[i].load(from, read[i], n);
            for (Step step : steps) step.run(from, n);
            for (int i = 0; i < written.length; i++) Native.store(written[i], addresses[i] + 4 * from, n);
        }
    }

    @Override
    public String toString() {
        return "loop of " + steps.length + " steps on " + memory;
    }
}
