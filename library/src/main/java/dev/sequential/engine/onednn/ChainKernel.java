package dev.sequential.engine.onednn;

import dev.sequential.engine.Arena;
import dev.sequential.engine.DType;
import dev.sequential.engine.Fused;
import dev.sequential.engine.FusedScatter;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Type;
import dev.sequential.engine.loops.Layout;
import dev.sequential.engine.loops.ScatterParts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Element-wise operations on large tensors: each chain of a {@link ChainPlan} is a {@code binary} of oneDNN. Several chains
 * on tensors larger than the caches take one part after the other, so that a chain finds there what the one before it left.
 */
final class ChainKernel implements Kernel {
    private static final long PART = 1 << 18;
    private static final long FEWEST_PARTS = 3;

    /** Elements; a part that does not begin at a line of the cache takes a third longer. */
    private static final long STEP = 1 << 10;

    /** Rows, of whatever length, that begin and end at a line of the cache. */
    private static final long ROWS = 16;

    private static final int TABLE = -1;

    private final List<Kernel> made = new ArrayList<>();
    private final List<FloatPointer> numbers = new ArrayList<>();
    private final Map<Integer, Arena> scratch = new HashMap<>();
    private Kernel[] kernels;

    private ChainKernel() {}

    /** Adds the primitives of all parts to a kernel; false if oneDNN lacks one. */
    @FunctionalInterface
    private interface Maker {
        boolean bind(ChainKernel kernel);
    }

    /** Operands of the part that begins at an element. */
    @FunctionalInterface
    private interface Operands {
        List<Memory> of(long from, long count);
    }

    /** A kernel, or {@code null} if oneDNN lacks a step or a way to repeat an operand. */
    static Kernel of(Fused op, List<Memory> in, List<Memory> out) {
        Surface surface = Surface.of(in, op.shape());
        if (surface == null) return null;
        List<ChainPlan.Written> plan = ChainPlan.of(op, full(in, op.shape()));
        if (plan == null || plan.size() > mostChains(in, op.shape())) return null;
        long size = op.shape().size();
        long parts = surface.rows() == 1 && plan.size() > 1 ? (size + PART - 1) / PART : 1;
        return parts < FEWEST_PARTS
                ? make(kernel -> new ChainPart(surface, in, out, kernel).bind(op, plan))
                : make(kernel ->
                        kernel.bind(op, plan, size / parts / STEP * STEP, (from, count) -> part(in, from, count), out));
    }

    /** As above, with rows added to a part of the table just before it is read: there never is more of it. */
    static Kernel of(FusedScatter op, List<Memory> in, List<Memory> out) {
        Shape shape = op.fused().shape();
        List<Memory> operands = op.operands(in, out.get(0)); // the table is as large as what it becomes
        Surface surface = Surface.of(operands, shape);
        if (surface == null || surface.rows() > 1) return null;
        List<ChainPlan.Written> plan = ChainPlan.of(op.fused(), full(operands, shape));
        if (plan == null) return null;
        long height = shape.dim(0);
        long width = shape.size() / height;
        long rowsOfPart = Math.min(height, Math.max(1, PART / width / ROWS) * ROWS);
        List<Memory> from = FusedScatter.rowsAndPlaces(in);
        ScatterParts scatter = new ScatterParts(from.get(0), from.get(1), height, rowsOfPart);
        return make(kernel -> {
            kernel.add(scatter.sort());
            Memory table = kernel.scratch(TABLE, new Type(Shape.of(rowsOfPart * width), DType.FLOAT32));
            Operands ofPart = (first, count) -> {
                kernel.add(scatter.part((int) (first / width / rowsOfPart), table));
                List<Memory> part = new ArrayList<>(part(operands, first, count));
                part.set(op.operand(), table.part(0, count));
                return part;
            };
            boolean bound = kernel.bind(op.fused(), plan, rowsOfPart * width, ofPart, out);
            kernel.add(scatter.end(table));
            return bound;
        });
    }

    private static Kernel make(Maker maker) {
        ChainKernel kernel = new ChainKernel();
        if (!maker.bind(kernel)) {
            kernel.close();
            return null;
        }
        kernel.kernels = kernel.made.toArray(Kernel[]::new);
        return kernel;
    }

    private static boolean[] full(List<Memory> in, Shape shape) {
        boolean[] full = new boolean[in.size()];
        for (int i = 0; i < full.length; i++) full[i] = in.get(i).size() == shape.size();
        return full;
    }

    /**
     * As many chains as beat a loop. oneDNN takes two or three times as long where it repeats an operand along the rows, and
     * loses to a loop on all threads; where it repeats one along the columns only if it does so several times.
     */
    private static int mostChains(List<Memory> in, Shape shape) {
        int most = Integer.MAX_VALUE;
        for (Memory operand : in) {
            Layout layout = Layout.broadcast(operand.shape(), shape);
            if (layout.isSuffix()) return 0;
            if (!layout.isFull() && !layout.isSingle()) most = 2;
        }
        return most;
    }

    private boolean bind(Fused op, List<ChainPlan.Written> plan, long most, Operands operands, List<Memory> out) {
        long size = op.shape().size();
        for (long from = 0; from < size; from += most) {
            long count = Math.min(most, size - from);
            Surface part = new Surface(Shape.of(count), count);
            List<Memory> in = operands.of(from, count);
            if (!new ChainPart(part, in, part(out, from, count), this).bind(op, plan)) return false;
        }
        return true;
    }

    private static List<Memory> part(List<Memory> whole, long from, long count) {
        return whole.stream().map(m -> m.size() == 1 ? m : m.part(from, count)).toList();
    }

    void add(Kernel kernel) {
        made.add(kernel);
    }

    /** A place for one number, until this is closed. */
    FloatPointer number(double value) {
        FloatPointer pointer = new FloatPointer(new float[] {(float) value});
        numbers.add(pointer);
        return pointer;
    }

    /** Memory between the chains of a part, which the same chains of other parts use again. The first part is the largest. */
    Memory scratch(int index, Type type) {
        Arena arena = scratch.computeIfAbsent(index, i -> new Arena(type.bytes()));
        return Memory.at(arena.address(), type, arena);
    }

    @Override
    public void run(long key) {
        for (Kernel kernel : kernels) kernel.run(key);
    }

    @Override
    public void close() {
        made.forEach(Kernel::close);
        numbers.forEach(Pointer::deallocate);
        numbers.clear();
        scratch.values().forEach(Arena::close);
        scratch.clear();
    }

    @Override
    public String toString() {
        return "chains " + Arrays.toString(kernels);
    }
}
