package dev.sequential.optimizers;

import dev.sequential.engine.Tensor;

/** Running means of a weight's gradient and of its square, as {@link Adam} and its kin keep them. */
record Moments(Tensor mean, Tensor square) {
    /** Both after this step: {@code m + (g - m)(1 - beta1)} and {@code v + (g² - v)(1 - beta2)}. */
    static Moments of(Optimizer.Update u, Tensor gradient, double beta1, double beta2) {
        Tensor m = u.slot("momentum");
        Tensor v = u.slot("velocity");
        m = m.plus(gradient.minus(m).times(1 - beta1));
        v = v.plus(gradient.square().minus(v).times(1 - beta2));
        u.set("momentum", m);
        u.set("velocity", v);
        return new Moments(m, v);
    }
}
