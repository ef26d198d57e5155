package dev.sequential.engine;

import dev.sequential.engine.loops.Native;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a {@link Scan}: its body is a program of its own, compiled once, which reads constants where they are. For each step
 * its inputs are copied in and what it emits is copied out; that is little beside the products of a step, while a program
 * for each step would have to be compiled as often as there are steps.
 */
final class ScanKernel implements Kernel {
    private static final int WORD = 4;

    /** A copy that goes on by so many bytes from step to step. */
    private record Move(long from, long fromStride, long to, long toStride, long words) {
        /** One step of a sequence brought into the body, or what it emits brought out. */
        void run(long step) {
            Native.copy(from + step * fromStride, to + step * toStride, words);
        }
    }

    private final Program body;
    private final int steps;
    private final boolean backwards;
    private final Move[] begin;
    private final Move[] in;
    private final Move[] out;
    private final Move[] carry;
    private final Move[] end;
    private final Arena staging;

    private ScanKernel(Scan scan, List<Memory> operands, List<Memory> results, List<Backend> backends) {
        int parts = scan.parts().size();
        int states = scan.before().size();
        this.steps = Math.toIntExact(operands.get(0).shape().dim(0));
        this.backwards = scan.backwards();
        List<Tensor> placeholders = new ArrayList<>(scan.parts());
        placeholders.addAll(scan.before());
        Map<Tensor, Memory> lent = new HashMap<>();
        for (int i = 0; i < scan.constants().size(); i++) {
            lent.put(scan.constants().get(i), operands.get(parts + states + i));
        }
        List<Tensor> made = new ArrayList<>(scan.after());
        made.addAll(scan.emitted());
        this.body = Program.inner(placeholders, made, lent, backends);

        List<Move> begin = new ArrayList<>();
        List<Move> in = new ArrayList<>();
        List<Move> out = new ArrayList<>();
        List<Move> end = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            Memory part = body.input(i);
            in.add(move(operands.get(i), part.type().bytes(), part, 0, part));
        }
        for (int i = 0; i < states; i++) {
            Memory state = body.input(parts + i);
            begin.add(move(operands.get(parts + i), 0, state, 0, state));
            end.add(move(state, 0, results.get(i), 0, state));
        }
        for (int i = states; i < results.size(); i++) {
            Memory one = body.output(i);
            out.add(move(one, 0, results.get(i), one.type().bytes(), one));
        }
        this.begin = begin.toArray(Move[]::new);
        this.in = in.toArray(Move[]::new);
        this.out = out.toArray(Move[]::new);
        this.end = end.toArray(Move[]::new);
        this.staging = new Arena(staged(scan));
        this.carry = carry(parts, states);
    }

    static Kernel of(Scan scan, List<Memory> operands, List<Memory> results, List<Backend> backends) {
        return new ScanKernel(scan, operands, results, backends);
    }

    private static Move move(Memory from, long fromStride, Memory to, long toStride, Memory size) {
        return new Move(
                from.address(), fromStride, to.address(), toStride, size.type().bytes() / WORD);
    }

    private static long staged(Scan scan) {
        return scan.before().stream().mapToLong(t -> t.type().bytes()).sum();
    }

    /** New states become the old ones. One that is another's old value is set aside first, before that is overwritten. */
    private Move[] carry(int parts, int states) {
        List<Move> aside = new ArrayList<>();
        List<Move> over = new ArrayList<>();
        long free = staging.address();
        for (int i = 0; i < states; i++) {
            Memory from = body.output(i);
            Memory to = body.input(parts + i);
            if (from.address() == to.address()) continue;
            boolean old = false;
            for (int k = 0; k < states; k++) old |= body.input(parts + k).address() == from.address();
            Move plain = move(from, 0, to, 0, from);
            if (old) {
                aside.add(new Move(from.address(), 0, free, 0, plain.words()));
                over.add(new Move(free, 0, to.address(), 0, plain.words()));
                free += from.type().bytes();
            } else {
                over.add(plain);
            }
        }
        aside.addAll(over);
        return aside.toArray(Move[]::new);
    }

    @Override
    public void run(long key) {
        all(begin, 0);
        for (int i = 0; i < steps; i++) {
            int step = backwards ? steps - 1 - i : i;
            all(in, step);
            body.within(key);
            all(out, step);
            all(carry, step);
        }
        all(end, 0);
    }

    @Override
    public void prepare() {
        body.prepare();
    }

    private static void all(Move[] moves, long step) {
        for (Move move : moves) move.run(step);
    }

    @Override
    public void close() {
        body.close();
        staging.close();
    }

    @Override
    public String toString() {
        return steps + " steps of:\n    " + body.describe().strip().replace("\n", "\n    ");
    }
}
