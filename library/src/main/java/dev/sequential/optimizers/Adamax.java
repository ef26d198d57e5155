package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Settings;
import dev.sequential.engine.Tensor;
import dev.sequential.schedules.Schedule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@link Adam} with the largest gradient instead of the mean square: {@code n = max(beta2 n, |g|)},
 * {@code w = w - learningRate m / ((1 - beta1^t)(n + epsilon))} (Kingma and Ba, 2014).
 *
 * <pre>{@code
 * Adamax.of(3e-4, o -> o.clipnorm(1).weightDecay(1e-4))
 * }</pre>
 *
 * @param learningRate 0 or more; default 0.001
 * @param beta1 how much of the mean gradient is kept, from 0 to below 1; default 0.9
 * @param beta2 how much of the mean square is kept, from 0 to below 1; default 0.999
 * @param epsilon keeps the division finite, 0 or more; default 1e-7
 * @param weightDecay see {@link Optimizer#weightDecay}; default 0
 * @param clipnorm see {@link Optimizer#clipnorm}; off by default
 * @param clipvalue see {@link Optimizer#clipvalue}; off by default
 * @param globalClipnorm see {@link Optimizer#globalClipnorm}; off by default
 * @param useEma see {@link Optimizer#useEma}; default false
 * @param emaMomentum see {@link Optimizer#emaMomentum}; default 0.99
 * @param emaOverwriteFrequency see {@link Optimizer#emaOverwriteFrequency}; off by default
 * @param lossScaleFactor see {@link Optimizer#lossScaleFactor}; off by default
 * @param gradientAccumulationSteps see {@link Optimizer#gradientAccumulationSteps}; off by default
 * @param schedule sets the learning rate of each step instead of {@code learningRate}; none by default
 */
@Config
public record Adamax(
        double learningRate,
        double beta1,
        double beta2,
        double epsilon,
        double weightDecay,
        double clipnorm,
        double clipvalue,
        double globalClipnorm,
        boolean useEma,
        double emaMomentum,
        int emaOverwriteFrequency,
        double lossScaleFactor,
        int gradientAccumulationSteps,
        Optional<Schedule> schedule)
        implements Optimizer {

    public Adamax {
        Common.check(
                learningRate,
                weightDecay,
                clipnorm,
                clipvalue,
                globalClipnorm,
                emaMomentum,
                emaOverwriteFrequency,
                lossScaleFactor,
                gradientAccumulationSteps);
        Common.rate(beta1, "beta1");
        Common.rate(beta2, "beta2");
        Check.notNegative(epsilon, "epsilon");
        Check.notNull(schedule, "schedule");
    }

    /** With the defaults. */
    public static Adamax of() {
        return of(0.001);
    }

    /** With this learning rate and the other defaults. */
    public static Adamax of(double learningRate) {
        return new Adamax(learningRate, 0.9, 0.999, 1e-7, 0, 0, 0, 0, false, 0.99, 0, 0, 0, Optional.empty());
    }

    /** With this learning rate and options. */
    public static Adamax of(double learningRate, Consumer<AdamaxBuilder> options) {
        AdamaxBuilder builder = AdamaxBuilder.builder(of(learningRate));
        options.accept(builder);
        return builder.build();
    }

    /** With options. */
    public static Adamax of(Consumer<AdamaxBuilder> options) {
        return of(0.001, options);
    }

    @Override
    public Tensor update(Update u, Tensor weight, Tensor gradient) {
        Tensor t = u.iteration();
        Tensor m = u.slot("momentum");
        m = m.plus(gradient.minus(m).times(1 - beta1));
        Tensor norm = u.slot("norm").times(beta2).maximum(gradient.abs());
        u.set("momentum", m);
        u.set("norm", norm);
        Tensor rate = u.learningRate().dividedBy(t.like(beta1).power(t).from(1));
        return weight.minus(m.times(rate).dividedBy(norm.plus(epsilon)));
    }

    @Override
    public String toString() {
        return Settings.text(this, of());
    }
}
