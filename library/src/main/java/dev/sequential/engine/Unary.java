package dev.sequential.engine;

import java.util.Collections;
import java.util.List;

/** A function of each element; {@code a} and {@code b} are the parameters of those kinds that have some. */
public record Unary(Kind kind, double a, double b) implements Op {

    /** The functions. Each says its derivative times {@code g}, from the operand {@code x} and the result {@code y}. */
    public enum Kind {
        /** {@code a*x + b}. */
        AFFINE((u, x, y, g) -> g.times(u.a)),
        ABS((u, x, y, g) -> g.times(x.sign())),
        SIGN(null),
        EXP((u, x, y, g) -> g.times(y)),
        EXPM1((u, x, y, g) -> g.times(y.plus(1))),
        LOG((u, x, y, g) -> g.dividedBy(x)),
        LOG1P((u, x, y, g) -> g.dividedBy(x.plus(1))),
        SQRT((u, x, y, g) -> g.times(0.5).dividedBy(y)),
        RSQRT((u, x, y, g) -> g.times(-0.5).times(y).times(y).times(y)),
        SQUARE((u, x, y, g) -> g.times(2).times(x)),
        RECIPROCAL((u, x, y, g) -> g.times(-1).times(y).times(y)),
        SIN((u, x, y, g) -> g.times(x.cos())),
        COS((u, x, y, g) -> g.times(-1).times(x.sin())),
        TANH((u, x, y, g) -> g.times(y.square().times(-1).plus(1))),
        SIGMOID((u, x, y, g) -> g.times(y).times(y.times(-1).plus(1))),
        /** {@code ln(1 + e^x)}, without overflow. */
        SOFTPLUS((u, x, y, g) -> g.times(x.sigmoid())),
        ERF((u, x, y, g) -> g.times(x.square().times(-1).exp()).times(2 / Math.sqrt(Math.PI))),
        /** {@code max(x, 0)}; the derivative at 0 is 0. */
        RELU((u, x, y, g) -> g.times(y.greaterThan(0))),
        /** {@code x^a}. */
        POWER((u, x, y, g) -> g.times(u.a).times(x.power(u.a - 1))),
        /** {@code x} within {@code [a, b]}; at a bound half the gradient passes, as in JAX. */
        CLIP((u, x, y, g) -> g.times(inside(x, u.a, u.b))),
        FLOOR(null),
        CEIL(null),
        /** To the nearest integer, halves to the even one. */
        ROUND(null),
        /** 1 where {@code x > a}, else 0. */
        GREATER(null),
        /** 1 where {@code x >= a}, else 0. */
        GREATER_EQUAL(null),
        /** 1 where {@code x == a}, else 0. */
        EQUAL(null);

        private final Rule rule;

        Kind(Rule rule) {
            this.rule = rule;
        }
    }

    private interface Rule {
        Tensor apply(Unary u, Tensor x, Tensor y, Tensor g);
    }

    /** A kind without parameters. */
    public static Unary of(Kind kind) {
        return new Unary(kind, 0, 0);
    }

    @Override
    public Type type(List<Type> in) {
        return in.get(0);
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        if (kind.rule == null) return Collections.singletonList(null);
        return List.of(
                kind.rule.apply(this, node.inputs().get(0), node.outputs().get(0), grad));
    }

    @Override
    public boolean isElementwise() {
        return true;
    }

    private static Tensor inside(Tensor x, double low, double high) {
        Tensor above = x.greaterThan(low).plus(x.greaterOrEqual(low));
        Tensor below =
                x.greaterThan(high).plus(x.greaterOrEqual(high)).times(-1).plus(2);
        return above.times(below).times(0.25);
    }
}
