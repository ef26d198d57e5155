package dev.sequential.engine;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Several element-wise operations of one shape done in one pass. A register below {@code operands} is an operand, the
 * others are the steps in order.
 */
public record Fused(int operands, List<Step> steps, List<Integer> results, Shape shape) implements ProgramOp {
    /** One operation on registers. */
    public record Step(Op op, List<Integer> registers, Type type) {}

    public Fused {
        steps = List.copyOf(steps);
        results = List.copyOf(results);
    }

    /** A single operation as a fused one, where the two are computed alike. */
    public static Fused of(Op op, int operands, Type result) {
        Step step = new Step(op, IntStream.range(0, operands).boxed().toList(), result);
        return new Fused(operands, List.of(step), List.of(operands), result.shape());
    }

    @Override
    public Type type(List<Type> in) {
        return types(in).get(0);
    }

    @Override
    public List<Type> types(List<Type> in) {
        return results.stream().map(r -> steps.get(r - operands).type()).toList();
    }

    @Override
    public boolean isElementwise() {
        return true;
    }
}
