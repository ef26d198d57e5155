package dev.sequential.engine;

import dev.sequential.engine.loops.Native;
import dev.sequential.engine.onednn.OneDnnBackend;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Computes products of {@link Precision#BFLOAT16} as a CPU that multiplies bfloat16: their operands are rounded before
 * oneDNN multiplies them. Counts the products of each precision that it is asked for.
 */
public final class RoundedProducts implements Backend {
    private final OneDnnBackend oneDnn = new OneDnnBackend();
    private final Map<Precision, Integer> products = new EnumMap<>(Precision.class);

    /** How many products of this precision programs have asked for. */
    public int products(Precision precision) {
        return products.getOrDefault(precision, 0);
    }

    @Override
    public String name() {
        return "rounded";
    }

    @Override
    public boolean fuses() {
        return true;
    }

    @Override
    public boolean computes(Precision precision) {
        return true;
    }

    /** Loops are taken to pieces, whose products are rounded. */
    @Override
    public OptionalLong workspace(Composite composite, List<Type> in) {
        boolean exact = ((KnownLoop) composite.kind()).precision() == Precision.FULL;
        return exact ? oneDnn.workspace(composite, in) : OptionalLong.empty();
    }

    @Override
    public void enter() {
        oneDnn.enter();
    }

    @Override
    public void leave() {
        oneDnn.leave();
    }

    @Override
    public Kernel kernel(Op op, List<Memory> in, List<Memory> out) {
        Optional<Precision> precision = precision(op);
        precision.ifPresent(p -> products.merge(p, 1, Integer::sum));
        if (precision.isEmpty() || precision.get() == Precision.FULL) return oneDnn.kernel(op, in, out);
        List<Kernel> steps = new ArrayList<>();
        List<Memory> operands = new ArrayList<>();
        for (Memory factor : in.subList(0, 2)) {
            Memory rounded = Kernels.memory(factor.type());
            operands.add(rounded);
            steps.add(rounding(factor, rounded));
        }
        operands.addAll(in.subList(2, in.size()));
        Kernel product = oneDnn.kernel(op, operands, out);
        if (product == null) return null;
        steps.add(product);
        return new InTurn(steps);
    }

    private static Optional<Precision> precision(Op op) {
        Op product = op instanceof Linear l ? l.product() : op instanceof KernelAndBias k ? k.conv() : op;
        return Stream.of(product)
                .map(p -> p instanceof MatMul m ? m.precision() : p instanceof Conv c ? c.precision() : null)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    /** To the nearest of the numbers whose lower 16 bits are 0, of two equally near ones the even. */
    private static Kernel rounding(Memory from, Memory to) {
        int[] bits = new int[Math.toIntExact(from.size())];
        return key -> {
            Native.load(from.address(), bits, bits.length);
            for (int i = 0; i < bits.length; i++) bits[i] = bits[i] + 0x7FFF + (bits[i] >>> 16 & 1) & 0xFFFF_0000;
            Native.store(bits, to.address(), bits.length);
        };
    }
}
