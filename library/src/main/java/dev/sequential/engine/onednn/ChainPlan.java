package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import dev.sequential.engine.Binary;
import dev.sequential.engine.Constant;
import dev.sequential.engine.DType;
import dev.sequential.engine.Fill;
import dev.sequential.engine.Fused;
import dev.sequential.engine.Op;
import dev.sequential.engine.Unary;
import dev.sequential.engine.onednn.Term.Chain;
import dev.sequential.engine.onednn.Term.Leaf;
import dev.sequential.engine.onednn.Term.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits a {@link Fused} into chains that oneDNN computes with one primitive each. A value used once continues the chain
 * of its only user; one that is used more often, or is a result, is written down. {@code a*x + b} of something in
 * memory costs nothing: the chain that uses it is scaled instead.
 */
final class ChainPlan {
    /** Thrown where oneDNN lacks what a step needs. */
    private static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unfit() {
            super(null, null, false, false);
        }
    }

    /** A chain and the register it writes. */
    record Written(Chain chain, int register) {}

    /** oneDNN takes no more operations than this after the first. */
    private static final int LONGEST = 30;

    private final Fused op;
    private final boolean[] full;
    private final int[] uses;
    private final boolean[] done;
    private final List<Written> chains = new ArrayList<>();
    private int registers;

    private ChainPlan(Fused op, boolean[] fullOperands) {
        this.op = op;
        this.registers = op.operands() + op.steps().size();
        this.full = Arrays.copyOf(fullOperands, registers);
        Arrays.fill(full, op.operands(), registers, true);
        this.uses = new int[registers];
        this.done = new boolean[registers];
        for (Fused.Step step : op.steps()) {
            step.registers().stream().distinct().forEach(r -> uses[r]++);
        }
        for (int result : op.results()) uses[result] += 2;
    }

    /**
     * The chains in the order in which they can run, or {@code null} if oneDNN cannot compute a step.
     *
     * @param fullOperands which operands have the shape of the result; the others are repeated
     */
    static List<Written> of(Fused op, boolean[] fullOperands) {
        if (op.steps().stream().anyMatch(s -> s.type().dtype() != DType.FLOAT32)) return null;
        ChainPlan plan = new ChainPlan(op, fullOperands);
        try {
            for (int i = 0; i < op.steps().size(); i++) {
                int register = op.operands() + i;
                if (plan.uses[register] > 1 && !plan.isCheap(register)
                        || op.results().contains(register)) {
                    plan.write(register);
                }
            }
        } catch (Unfit e) {
            return null;
        }
        return plan.chains.stream().anyMatch(w -> w.chain().links().size() > LONGEST) ? null : plan.chains;
    }

    /** Whether computing a value anew at each use beats writing it down. */
    private boolean isCheap(int register) {
        if (op.results().contains(register)) return false;
        if (register < op.operands()) return true;
        Fused.Step step = op.steps().get(register - op.operands());
        boolean affine = step.op() instanceof Unary u && u.kind() == Unary.Kind.AFFINE;
        return isNumber(step.op()) || affine && isCheap(step.registers().get(0));
    }

    private static boolean isNumber(Op op) {
        return op instanceof Fill || op instanceof Constant c && c.values().length == 1;
    }

    /** Plans the chain that writes a register, once. */
    private Leaf write(int register) {
        if (!done[register]) {
            done[register] = true;
            chains.add(new Written(chain(step(register)), register));
        }
        return Leaf.of(register);
    }

    /** A value that is not in memory as it is needed, brought there. */
    private Leaf written(Term term) {
        if (term instanceof Leaf leaf && leaf.isPlain()) return leaf;
        chains.add(new Written(chain(term), registers));
        return Leaf.of(registers++);
    }

    private Term term(int register) {
        if (register < op.operands()) return Leaf.of(register);
        if (done[register] || uses[register] > 1 && !isCheap(register)) return write(register);
        return step(register);
    }

    private Term step(int register) {
        Fused.Step step = op.steps().get(register - op.operands());
        List<Integer> from = step.registers();
        if (step.op() instanceof Fill fill) return Leaf.number((float) fill.value());
        if (step.op() instanceof Constant c && c.values().length == 1) return Leaf.number((float) c.values()[0]);
        if (step.op() instanceof Unary unary) return unary(unary, term(from.get(0)));
        if (!(step.op() instanceof Binary binary)) throw new Unfit();
        if (from.get(0).equals(from.get(1))) return twice(binary.kind(), term(from.get(0)));
        return binary(binary.kind(), term(from.get(0)), term(from.get(1)));
    }

    private Term unary(Unary op, Term x) {
        switch (op.kind()) {
            case AFFINE:
                return x instanceof Leaf leaf
                        ? leaf.affine((float) op.a(), (float) op.b())
                        : chain(x).affine(op.a(), op.b());
            case GREATER:
                return binary(Binary.Kind.GREATER, x, Leaf.number((float) op.a()));
            case GREATER_EQUAL:
                return binary(Binary.Kind.GREATER_EQUAL, x, Leaf.number((float) op.a()));
            case EQUAL:
                return binary(Binary.Kind.EQUAL, x, Leaf.number((float) op.a()));
            case SQUARE:
                return twice(Binary.Kind.MULTIPLY, x);
            default:
        }
        List<Eltwise> functions = Eltwise.of(op);
        if (functions == null) throw new Unfit();
        Chain chain = chain(x);
        functions.forEach(chain::then);
        return chain;
    }

    /** {@code x ∘ x}. */
    private Term twice(Binary.Kind kind, Term x) {
        if (kind == Binary.Kind.ADD) return unary(new Unary(Unary.Kind.AFFINE, 2, 0), x);
        if (kind != Binary.Kind.MULTIPLY) throw new Unfit();
        if (x instanceof Leaf leaf && leaf.offset() == 0 && isFull(leaf)) {
            return Chain.of(dnnl_binary_mul, leaf.origin(), leaf.origin()).affine(leaf.scale() * leaf.scale(), 0);
        }
        return chain(x).then(new Eltwise(dnnl_eltwise_square, 0, 0));
    }

    private Term binary(Binary.Kind kind, Term x, Term y) {
        if (x instanceof Leaf a && y instanceof Leaf b) return leaves(kind, a, b);
        if (x instanceof Chain a && y instanceof Chain b) {
            if (kind == Binary.Kind.MULTIPLY && b.isProduct()) return a.times(b);
            if (kind == Binary.Kind.MULTIPLY && a.isProduct()) return b.times(a);
            if (kind == Binary.Kind.DIVIDE && a.isProduct())
                return b.then(Eltwise.quotient(1)).times(a);
            return a.links().size() >= b.links().size() ? join(kind, a, written(b)) : turned(kind, written(a), b);
        }
        return x instanceof Chain a ? join(kind, a, (Leaf) y) : turned(kind, (Leaf) x, (Chain) y);
    }

    private Term leaves(Binary.Kind kind, Leaf a, Leaf b) {
        boolean turns = kind == Binary.Kind.ADD || kind == Binary.Kind.MULTIPLY;
        if (turns && !isFull(a) && isFull(b)) return leaves(kind, b, a);
        if (isFull(a) && a.offset() == 0 && b.offset() == 0) {
            if (kind == Binary.Kind.MULTIPLY) {
                return Chain.of(dnnl_binary_mul, a.origin(), b.origin()).affine(a.scale() * b.scale(), 0);
            }
            if (kind == Binary.Kind.DIVIDE) {
                return Chain.of(dnnl_binary_div, a.origin(), b.origin()).affine(a.scale() / b.scale(), 0);
            }
        }
        if (isFull(a) && a.isPlain() && b.isPlain()) return Chain.of(algorithm(kind), a.origin(), b.origin());
        if (isFull(a)) return join(kind, chain(a), b);
        return turned(kind, a, chain(b));
    }

    /** {@code chain ∘ b}. */
    private Chain join(Binary.Kind kind, Chain chain, Leaf b) {
        boolean sum = kind == Binary.Kind.ADD || kind == Binary.Kind.SUBTRACT;
        boolean product = kind == Binary.Kind.MULTIPLY || kind == Binary.Kind.DIVIDE;
        if (kind == Binary.Kind.POWER) throw new Unfit();
        if (b.origin().isNumber()) {
            double number = b.origin().number();
            if (kind == Binary.Kind.ADD) return chain.affine(1, number);
            if (kind == Binary.Kind.SUBTRACT) return chain.affine(1, -number);
            if (kind == Binary.Kind.MULTIPLY) return chain.affine(number, 0);
        } else if (sum && isMild(b.scale())) {
            double scale = kind == Binary.Kind.ADD ? b.scale() : -b.scale();
            double offset = kind == Binary.Kind.ADD ? b.offset() : -b.offset();
            if (scale == 1) return chain.with(dnnl_binary_add, b.origin()).affine(1, offset);
            if (scale == -1) return chain.with(dnnl_binary_sub, b.origin()).affine(1, offset);
            return chain.affine(1 / scale, 0).with(dnnl_binary_add, b.origin()).affine(scale, offset);
        } else if (product && b.offset() == 0) {
            double scale = kind == Binary.Kind.MULTIPLY ? b.scale() : 1 / b.scale();
            return chain.with(algorithm(kind), b.origin()).affine(scale, 0);
        }
        return chain.with(algorithm(kind), b.isPlain() ? b.origin() : written(b).origin());
    }

    /** {@code a ∘ chain}. */
    private Chain turned(Binary.Kind kind, Leaf a, Chain chain) {
        return switch (kind) {
            case ADD, MULTIPLY, MAXIMUM, MINIMUM, EQUAL -> join(kind, chain, a);
            case SUBTRACT -> join(Binary.Kind.ADD, chain.affine(-1, 0), a);
            case DIVIDE ->
                a.origin().isNumber()
                        ? chain.then(Eltwise.quotient(a.origin().number()))
                        : join(Binary.Kind.MULTIPLY, chain.then(Eltwise.quotient(1)), a);
            case GREATER -> chain.with(dnnl_binary_lt, plain(a));
            case GREATER_EQUAL -> chain.with(dnnl_binary_le, plain(a));
            case POWER -> throw new Unfit();
        };
    }

    private Origin plain(Leaf leaf) {
        return leaf.isPlain() ? leaf.origin() : written(leaf).origin();
    }

    /** A value as a chain: something in memory is multiplied by its scale. */
    private Chain chain(Term term) {
        if (term instanceof Chain chain) return chain;
        Leaf leaf = (Leaf) term;
        if (!isFull(leaf)) throw new Unfit();
        if (leaf.scale() == 1 && leaf.offset() != 0)
            return Chain.of(dnnl_binary_add, leaf.origin(), Origin.of((float) leaf.offset()));
        return Chain.of(dnnl_binary_mul, leaf.origin(), Origin.of((float) leaf.scale()))
                .affine(1, leaf.offset());
    }

    /** Whether oneDNN takes this as the first operand of a primitive, which must have the shape of the result. */
    private boolean isFull(Leaf leaf) {
        int register = leaf.origin().register();
        return register >= full.length || register >= 0 && full[register];
    }

    /** Whether dividing by the scale and multiplying again keeps all digits. */
    private static boolean isMild(double scale) {
        return Math.abs(scale) > 1e-12 && Math.abs(scale) < 1e12;
    }

    private static int algorithm(Binary.Kind kind) {
        return switch (kind) {
            case ADD -> dnnl_binary_add;
            case SUBTRACT -> dnnl_binary_sub;
            case MULTIPLY -> dnnl_binary_mul;
            case DIVIDE -> dnnl_binary_div;
            // Comparisons with NaN give 1 here: a mask that lets NaN through.
            case GREATER -> dnnl_binary_gt;
            case GREATER_EQUAL -> dnnl_binary_ge;
            case EQUAL -> dnnl_binary_eq;
            case MAXIMUM, MINIMUM, POWER -> throw new Unfit(); // oneDNN's largest of 1 and NaN is 1
        };
    }
}
