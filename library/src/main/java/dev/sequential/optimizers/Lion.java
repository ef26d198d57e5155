package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Settings;
import dev.sequential.engine.Tensor;
import dev.sequential.schedules.Schedule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Moves by the sign of a running mean of the gradient: {@code w = w - learningRate sign(beta1 m + (1 - beta1) g)},
 * {@code m = beta2 m + (1 - beta2) g} (Chen et al., 2023).
 *
 * <pre>{@code
 * Lion.of(3e-4, o -> o.clipnorm(1).weightDecay(1e-4))
 * }</pre>
 *
 * @param learningRate 0 or more; default 0.001
 * @param beta1 how much of the mean gradient is kept, from 0 to below 1; default 0.9
 * @param beta2 how much of the mean gradient is kept for the next step, from 0 to below 1; default 0.99
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
public record Lion(
        double learningRate,
        double beta1,
        double beta2,
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

    public Lion {
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
        Check.notNull(schedule, "schedule");
    }

    /** With the defaults. */
    public static Lion of() {
        return of(0.001);
    }

    /** With this learning rate and the other defaults. */
    public static Lion of(double learningRate) {
        return new Lion(learningRate, 0.9, 0.99, 0, 0, 0, 0, false, 0.99, 0, 0, 0, Optional.empty());
    }

    /** With this learning rate and options. */
    public static Lion of(double learningRate, Consumer<LionBuilder> options) {
        LionBuilder builder = LionBuilder.builder(of(learningRate));
        options.accept(builder);
        return builder.build();
    }

    /** With options. */
    public static Lion of(Consumer<LionBuilder> options) {
        return of(0.001, options);
    }

    @Override
    public Tensor update(Update u, Tensor weight, Tensor gradient) {
        Tensor m = u.slot("momentum");
        Tensor direction = m.times(beta1).plus(gradient.times(1 - beta1)).sign();
        u.set("momentum", m.times(beta2).plus(gradient.times(1 - beta2)));
        return weight.minus(direction.times(u.learningRate()));
    }

    @Override
    public String toString() {
        return Settings.text(this, of());
    }
}
