package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Settings;
import dev.sequential.engine.Tensor;
import dev.sequential.schedules.Schedule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@link AdamW} that needs no schedule: gradients are taken between a fast sequence of weights z and their running mean x, at
 * {@code (1 - beta1) z + beta1 x} (Defazio et al., 2024).
 *
 * <pre>{@code
 * ScheduleFreeAdamW.of(0.001, o -> o.clipnorm(1).weightDecay(1e-4))
 * }</pre>
 *
 * @param learningRate 0 or more; default 0.0025
 * @param beta1 how much of the mean gradient is kept, from 0 to below 1; default 0.9
 * @param beta2 how much of the mean square is kept, from 0 to below 1; default 0.999
 * @param epsilon keeps the division finite, 0 or more; default 1e-8
 * @param warmupSteps over how many steps the rate rises from 0, 0 or more; default 0
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
public record ScheduleFreeAdamW(
        double learningRate,
        double beta1,
        double beta2,
        double epsilon,
        int warmupSteps,
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

    public ScheduleFreeAdamW {
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
        Check.atLeast(0, warmupSteps, "warmupSteps");
        Check.notNull(schedule, "schedule");
    }

    /** With the defaults. */
    public static ScheduleFreeAdamW of() {
        return of(0.0025);
    }

    /** With this learning rate and the other defaults. */
    public static ScheduleFreeAdamW of(double learningRate) {
        return new ScheduleFreeAdamW(
                learningRate, 0.9, 0.999, 1e-8, 0, 0, 0, 0, 0, false, 0.99, 0, 0, 0, Optional.empty());
    }

    /** With this learning rate and options. */
    public static ScheduleFreeAdamW of(double learningRate, Consumer<ScheduleFreeAdamWBuilder> options) {
        ScheduleFreeAdamWBuilder builder = ScheduleFreeAdamWBuilder.builder(of(learningRate));
        options.accept(builder);
        return builder.build();
    }

    /** With options. */
    public static ScheduleFreeAdamW of(Consumer<ScheduleFreeAdamWBuilder> options) {
        return of(0.0025, options);
    }

    @Override
    public Tensor update(Update u, Tensor weight, Tensor gradient) {
        Tensor t = u.iteration();
        Tensor rate = u.learningRate();
        if (warmupSteps > 0) rate = rate.times(t.dividedBy(t.like(warmupSteps)).minimum(1));
        Tensor v = u.slot("velocity");
        v = v.plus(gradient.square().minus(v).times(1 - beta2));
        u.set("velocity", v);
        Tensor size = v.dividedBy(t.like(beta2).power(t).from(1)).sqrt().plus(epsilon);
        Tensor fast = t.equalTo(1).select(u.undecayed(), u.slot("momentum"));
        Tensor next = fast.minus(gradient.times(rate).dividedBy(size));
        u.set("momentum", next);
        Tensor mean = weight.minus(fast.times(1 - beta1)).dividedBy(beta1);
        Tensor share = t.reciprocal();
        mean = mean.times(share.from(1)).plus(next.times(share));
        return next.times(1 - beta1).plus(mean.times(beta1));
    }

    @Override
    public String toString() {
        return Settings.text(this, of());
    }
}
