package dev.sequential.engine;

import java.util.Arrays;
import java.util.List;

/** A function of two elements at the same place; the smaller operand is repeated as NumPy does. */
public record Binary(Kind kind) implements Op {

    /** The functions; each says what reaches its two operands. Comparisons give 1 or 0. */
    public enum Kind {
        ADD((x, y, z, g) -> new Tensor[] {g, g}),
        SUBTRACT((x, y, z, g) -> new Tensor[] {g, g.times(-1)}),
        MULTIPLY((x, y, z, g) -> new Tensor[] {g.times(y), g.times(x)}),
        DIVIDE((x, y, z, g) -> {
            Tensor toX = g.dividedBy(y);
            return new Tensor[] {toX, toX.times(z).times(-1)};
        }),
        /** Where both are equal each gets half the gradient, as in JAX. */
        MAXIMUM((x, y, z, g) -> split(x, y, g)),
        MINIMUM((x, y, z, g) -> split(y, x, g)),
        /** {@code x^y}; the gradient of y is 0 where x is 0. */
        POWER((x, y, z, g) -> new Tensor[] {
            g.times(y).times(x.power(y.minus(1))),
            g.times(z).times(x.equalTo(0).select(x.onesLike(), x).log())
        }),
        GREATER(null),
        GREATER_EQUAL(null),
        EQUAL(null);

        private final Rule rule;

        Kind(Rule rule) {
            this.rule = rule;
        }
    }

    private interface Rule {
        Tensor[] apply(Tensor x, Tensor y, Tensor z, Tensor g);
    }

    @Override
    public Type type(List<Type> in) {
        Type x = in.get(0);
        Type y = in.get(1);
        Check.that(x.dtype() == y.dtype(), "%s needs operands of one type, but received %s and %s", kind, x, y);
        return x.with(Shape.broadcast(x.shape(), y.shape()));
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        Tensor x = node.inputs().get(0);
        Tensor y = node.inputs().get(1);
        if (kind.rule == null) return Arrays.asList(null, null);
        Tensor[] both = kind.rule.apply(x, y, node.outputs().get(0), grad);
        return List.of(both[0].sumTo(x.shape()), both[1].sumTo(y.shape()));
    }

    @Override
    public boolean isElementwise() {
        return true;
    }

    private static Tensor[] split(Tensor larger, Tensor smaller, Tensor g) {
        Tensor share =
                larger.greaterThan(smaller).plus(larger.greaterOrEqual(smaller)).times(0.5);
        return new Tensor[] {g.times(share), g.times(share.times(-1).plus(1))};
    }
}
