package dev.sequential.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Fused} with an operand that is a {@link ScatterAdd}'s result and that nothing else reads: the update of an
 * embedding. A backend can add the rows where it needs them and never has the large tensor of mostly zeros. Operands are the
 * others of {@code fused}, then rows and places.
 *
 * @param operand which operand of {@code fused} it is
 */
public record FusedScatter(Fused fused, int operand, ScatterAdd scatter) implements ProgramOp {
    /** The operands of {@code fused}, one of which is given, of the operands of this. */
    public <T> List<T> operands(List<T> in, T scattered) {
        List<T> all = new ArrayList<>(in.subList(0, in.size() - 2));
        all.add(operand, scattered);
        return all;
    }

    /** Rows and places, of the operands of this. */
    public static <T> List<T> rowsAndPlaces(List<T> in) {
        return in.subList(in.size() - 2, in.size());
    }

    @Override
    public Type type(List<Type> in) {
        return types(in).get(0);
    }

    @Override
    public List<Type> types(List<Type> in) {
        return fused.types(operands(in, scatter.type(rowsAndPlaces(in))));
    }

    /** Rows have another shape than the result: nothing is written over them. */
    @Override
    public boolean isElementwise() {
        return true;
    }
}
