package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_add;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_div;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_mul;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_sub;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_linear;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A value while chains are planned: something in memory, scaled and shifted, or a chain that makes it. */
sealed interface Term {

    /** Where a value comes from: a register of the fused operation, or a number ({@code register} is -1). */
    record Origin(int register, double number) {
        static final int NONE = -1;

        static Origin of(int register) {
            return new Origin(register, 0);
        }

        static Origin of(double number) {
            return new Origin(NONE, number);
        }

        boolean isNumber() {
            return register == NONE;
        }
    }

    /** {@code scale * origin + offset}. */
    record Leaf(Origin origin, double scale, double offset) implements Term {
        static Leaf of(int register) {
            return new Leaf(Origin.of(register), 1, 0);
        }

        static Leaf number(double number) {
            return new Leaf(Origin.of(number), 1, 0);
        }

        /** {@code a*this + b}. */
        Leaf affine(double a, double b) {
            if (origin.isNumber()) return number((float) (a * origin.number() + b));
            return new Leaf(origin, scale * a, offset * a + b);
        }

        boolean isPlain() {
            return scale == 1 && offset == 0;
        }
    }

    /** A step of a chain: a function of the value so far, or an operation of it with another value. */
    sealed interface Link {
        /** A function. */
        record Function(Eltwise eltwise) implements Link {}

        /** {@code value ∘ other}. */
        record With(int algorithm, Origin other) implements Link {}

        /** {@code value + scale * old}, where old is what the result is written over. */
        record Onto(double scale) implements Link {}
    }

    /** {@code first ∘ second}, then the links in order: what one primitive computes. */
    record Chain(int algorithm, Origin first, Origin second, List<Link> links) implements Term {
        static Chain of(int algorithm, Origin first, Origin second) {
            return new Chain(algorithm, first, second, new ArrayList<>());
        }

        Chain then(Eltwise function) {
            links.add(new Link.Function(function));
            return this;
        }

        Chain with(int algorithm, Origin other) {
            links.add(new Link.With(algorithm, other));
            return this;
        }

        /** Scales and shifts, as part of an earlier scaling if there is one that takes it. */
        Chain affine(double a, double b) {
            if (a == 1 && b == 0) return this;
            int at = b == 0 ? beforeFactors() : links.size();
            if (at > 0
                    && links.get(at - 1) instanceof Link.Function f
                    && f.eltwise().takesFactor()) {
                Eltwise last = f.eltwise();
                boolean linear = last.algorithm() == dnnl_eltwise_linear;
                if (linear || b == 0) {
                    double offset = linear ? a * last.beta() + b : last.beta();
                    links.set(
                            at - 1, new Link.Function(new Eltwise(last.algorithm(), (float) (a * last.alpha()), (float)
                                    offset)));
                    return this;
                }
            }
            return then(Eltwise.linear(a, b));
        }

        /** The place before the multiplications and divisions at the end, with which a factor may change places. */
        private int beforeFactors() {
            int at = links.size();
            while (at > 0 && links.get(at - 1) instanceof Link.With w && isFactor(w.algorithm())) at--;
            return at;
        }

        private static boolean isFactor(int algorithm) {
            return algorithm == dnnl_binary_mul || algorithm == dnnl_binary_div;
        }

        /** Everything this reads. */
        Stream<Origin> origins() {
            Stream<Origin> others = links.stream().flatMap(l -> l instanceof Link.With w ? Stream.of(w.other()) : null);
            return Stream.concat(Stream.of(first, second), others);
        }

        /** Whether this multiplies and divides only. */
        boolean isProduct() {
            return isFactor(algorithm)
                    && links.stream()
                            .allMatch(link -> link instanceof Link.With w
                                    ? isFactor(w.algorithm())
                                    : ((Link.Function) link).eltwise().isFactor());
        }

        /** Multiplies by the factors of a product. */
        Chain times(Chain product) {
            with(dnnl_binary_mul, product.first);
            factor(product.algorithm, product.second);
            for (Link link : product.links) {
                if (link instanceof Link.With w) factor(w.algorithm(), w.other());
                if (link instanceof Link.Function f) affine(f.eltwise().alpha(), 0);
            }
            return this;
        }

        /**
         * The same for a result that is written over one of the operands. The last link that adds this operand then adds to
         * what is there, which oneDNN does with less work than it has for an operand.
         */
        Chain over(Predicate<Origin> isOverwritten) {
            for (int at = links.size() - 1; at >= 0; at--) {
                if (!(links.get(at) instanceof Link.With w) || !isSum(w.algorithm()) || !isOverwritten.test(w.other()))
                    continue;
                boolean scaled = at + 1 < links.size() && linear(links.get(at + 1)) != null;
                Eltwise after = scaled ? linear(links.get(at + 1)) : Eltwise.linear(1, 0);
                Chain chain = new Chain(algorithm, first, second, new ArrayList<>(links.subList(0, at)));
                chain.affine(after.alpha(), after.beta());
                chain.links.add(new Link.Onto(w.algorithm() == dnnl_binary_add ? after.alpha() : -after.alpha()));
                chain.links.addAll(links.subList(scaled ? at + 2 : at + 1, links.size()));
                return chain;
            }
            return this;
        }

        private static Eltwise linear(Link link) {
            return link instanceof Link.Function f && f.eltwise().algorithm() == dnnl_eltwise_linear
                    ? f.eltwise()
                    : null;
        }

        private static boolean isSum(int algorithm) {
            return algorithm == dnnl_binary_add || algorithm == dnnl_binary_sub;
        }

        private void factor(int by, Origin other) {
            if (other.isNumber()) affine(by == dnnl_binary_mul ? other.number() : 1 / other.number(), 0);
            else with(by, other);
        }
    }
}
