package dev.sequential.engine.loops;

import dev.sequential.engine.DType;
import dev.sequential.engine.Fused;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Gives each register of a {@link Fused} an array; those whose value is no longer needed are used again. */
final class Registers {
    private final Fused op;
    private final int length;
    private final int[] lastUse;
    private final Object[] arrays;
    private final Deque<float[]> freeFloats = new ArrayDeque<>();
    private final Deque<int[]> freeInts = new ArrayDeque<>();
    private final List<Step> steps = new ArrayList<>();

    Registers(Fused op, List<Memory> in, Source[] sources, int length) {
        this.op = op;
        this.length = length;
        this.lastUse = lastUses(op);
        this.arrays = new Object[in.size() + op.steps().size()];
        for (int i = 0; i < in.size(); i++) {
            arrays[i] = make(in.get(i).type());
            if (sources[i].isKept()) lastUse[i] = Integer.MAX_VALUE;
        }
        for (int i = 0; i < op.steps().size(); i++) steps.add(allocate(i));
    }

    /** The array of a register. */
    Object at(int register) {
        return arrays[register];
    }

    /** A step on its arrays. */
    Step bind(int step) {
        return steps.get(step);
    }

    private Step allocate(int index) {
        Fused.Step step = op.steps().get(index);
        int register = op.operands() + index;
        Object[] in = step.registers().stream().map(r -> arrays[r]).toArray();
        for (int used : step.registers()) {
            if (lastUse[used] == index) free(used);
        }
        boolean lasting = step.registers().isEmpty();
        Object out = lasting ? make(step.type()) : take(step.type());
        if (lasting) lastUse[register] = Integer.MAX_VALUE;
        arrays[register] = out;
        return Step.of(step.op(), in, out);
    }

    private void free(int register) {
        lastUse[register] = Integer.MAX_VALUE;
        if (arrays[register] instanceof float[] f) freeFloats.push(f);
        if (arrays[register] instanceof int[] i) freeInts.push(i);
    }

    private Object take(Type type) {
        Object free = type.dtype() == DType.INT32 ? freeInts.poll() : freeFloats.poll();
        return free == null ? make(type) : free;
    }

    private Object make(Type type) {
        return type.dtype() == DType.INT32 ? new int[length] : new float[length];
    }

    private static int[] lastUses(Fused op) {
        int[] last = new int[op.operands() + op.steps().size()];
        for (int i = 0; i < op.steps().size(); i++) {
            for (int used : op.steps().get(i).registers()) last[used] = i;
        }
        for (int result : op.results()) last[result] = Integer.MAX_VALUE;
        return last;
    }
}
