package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import dev.sequential.schedules.Schedule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Steps by the ratio of moving averages of gradients and of their squares:
 * {@code m = m + (g-m)(1-beta1); v = v + (g²-v)(1-beta2); w = w - lr·√(1-beta2ᵗ)/(1-beta1ᵗ) · m/(√v + epsilon)}.
 *
 * <pre>{@code
 * Adam.of(3e-4, a -> a.beta2(0.98).clipnorm(1))
 * }</pre>
 *
 * @param learningRate default 0.001
 * @param schedule sets the learning rate of each step instead; default none
 * @param beta1 share of the past in the average gradient, from 0 to 1; default 0.9
 * @param beta2 share of the past in the average square, from 0 to 1; default 0.999
 * @param epsilon keeps the division finite; default 1e-7
 * @param amsgrad whether the largest average square so far is used; default false
 * @param clipnorm see {@link Optimizer#clipnorm()}
 * @param clipvalue see {@link Optimizer#clipvalue()}
 * @param globalClipnorm see {@link Optimizer#globalClipnorm()}
 * @param weightDecay see {@link Optimizer#weightDecay()}
 * @param useEma see {@link Optimizer#useEma()}
 * @param emaMomentum see {@link Optimizer#emaMomentum()}
 * @param emaOverwriteFrequency see {@link Optimizer#emaOverwriteFrequency()}
 * @param gradientAccumulationSteps see {@link Optimizer#gradientAccumulationSteps()}
 * @see <a href="https://keras.io/api/optimizers/adam/">Keras: Adam</a>
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba 2014</a>
 */
@Config
public record Adam(
        double learningRate,
        Optional<Schedule> schedule,
        double beta1,
        double beta2,
        double epsilon,
        boolean amsgrad,
        double clipnorm,
        double clipvalue,
        double globalClipnorm,
        double weightDecay,
        boolean useEma,
        double emaMomentum,
        int emaOverwriteFrequency,
        int gradientAccumulationSteps)
        implements Optimizer {
    /** @throws IllegalArgumentException if a number is out of range */
    public Adam {
        Check.notNegative(learningRate, "learningRate of Adam");
        Check.notNull(schedule, "schedule of Adam");
        Check.between(0, 1, beta1, "beta1 of Adam");
        Check.between(0, 1, beta2, "beta2 of Adam");
        Check.notNegative(epsilon, "epsilon of Adam");
    }

    /** Rate 0.001. */
    public static Adam of() {
        return of(0.001);
    }

    /** With Keras's defaults but for the rate. */
    public static Adam of(double learningRate) {
        return new Adam(learningRate, Optional.empty(), 0.9, 0.999, 1e-7, false, 0, 0, 0, 0, false, 0.99, 0, 0);
    }

    /** With options. */
    public static Adam of(double learningRate, Consumer<AdamBuilder> options) {
        AdamBuilder builder = AdamBuilder.builder(of(learningRate));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor update(Update u, Tensor weight, Tensor gradient) {
        Tensor m = u.slot("momentum");
        m = m.plus(gradient.minus(m).times(1 - beta1));
        u.set("momentum", m);
        Tensor v = u.slot("velocity");
        v = v.plus(gradient.square().minus(v).times(1 - beta2));
        u.set("velocity", v);
        if (amsgrad) {
            v = u.slot("velocity_hat").maximum(v);
            u.set("velocity_hat", v);
        }
        Tensor t = u.iteration();
        Tensor toMean = t.like(beta1).power(t).from(1);
        Tensor toVariance = t.like(beta2).power(t).from(1);
        Tensor rate = u.learningRate().times(toVariance.sqrt()).dividedBy(toMean);
        return weight.minus(m.times(rate).dividedBy(v.sqrt().plus(epsilon)));
    }
}
