package dev.sequential.engine;

import java.util.List;

/**
 * The product over the last two axes, each operand transposed if asked: {@code (…, m, k) · (…, k, n) → (…, m, n)}.
 * Leading axes are equal, or the second operand has none.
 */
public record MatMul(boolean transposeA, boolean transposeB, Precision precision) implements Op {
    /** A product of the precision that is traced now. */
    public MatMul(boolean transposeA, boolean transposeB) {
        this(transposeA, transposeB, Precision.current());
    }

    /** A product of other operands in the same precision. */
    Tensor of(Tensor a, Tensor b, boolean transposesA, boolean transposesB) {
        return Tensor.of(new MatMul(transposesA, transposesB, precision), a, b);
    }

    @Override
    public Type type(List<Type> in) {
        Shape a = in.get(0).shape();
        Shape b = in.get(1).shape();
        Check.that(
                a.rank() >= 2 && (b.rank() == 2 || b.rank() == a.rank()),
                "Shapes %s and %s cannot be multiplied",
                a,
                b);
        long inner = a.dim(transposeA ? -2 : -1);
        long other = b.dim(transposeB ? -1 : -2);
        Check.that(
                inner == other || inner == Shape.UNKNOWN || other == Shape.UNKNOWN,
                "Shapes %s and %s cannot be multiplied: %d is not %d",
                a,
                b,
                inner,
                other);
        Shape lead = a.slice(0, a.rank() - 2);
        if (b.rank() > 2) {
            Check.that(lead.matches(b.slice(0, b.rank() - 2)), "Shapes %s and %s differ in their leading axes", a, b);
        }
        long rows = a.dim(transposeA ? -1 : -2);
        return in.get(0).with(lead.and(Shape.of(rows, b.dim(transposeB ? -2 : -1))));
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor g) {
        Tensor a = node.inputs().get(0);
        Tensor b = node.inputs().get(1);
        Tensor toA = transposeA ? of(b, g, transposeB, true) : of(g, b, false, !transposeB);
        if (b.shape().rank() == 2 && a.shape().rank() > 2) {
            Check.state(!transposeA, "A transposed operand with leading axes has no gradient for a flat second one");
            a = a.flatten2d();
            g = g.flatten2d();
        }
        Tensor toB = transposeB ? of(g, a, true, transposeA) : of(a, g, !transposeA, false);
        return List.of(toA, toB);
    }
}
