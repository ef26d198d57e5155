package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Settings;
import dev.sequential.engine.Tensor;
import dev.sequential.schedules.Schedule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Running mean of the gradient over the root of its running mean square, both corrected for their start at 0:
 * {@code m = m + (g - m)(1 - beta1)}, {@code v = v + (g² - v)(1 - beta2)},
 * {@code w = w - learningRate √(1 - beta2^t) / (1 - beta1^t) m / (√v + epsilon)} (Kingma and Ba, 2014).
 *
 * <pre>{@code
 * Adam.of(3e-4, o -> o.clipnorm(1).weightDecay(1e-4))
 * }</pre>
 *
 * @param learningRate 0 or more; default 0.001
 * @param beta1 how much of the mean gradient is kept, from 0 to below 1; default 0.9
 * @param beta2 how much of the mean square is kept, from 0 to below 1; default 0.999
 * @param epsilon keeps the division finite, 0 or more; default 1e-7
 * @param amsgrad whether the largest mean square so far is used (Reddi et al., 2018); default false
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
public record Adam(
        double learningRate,
        double beta1,
        double beta2,
        double epsilon,
        boolean amsgrad,
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

    public Adam {
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
    public static Adam of() {
        return of(0.001);
    }

    /** With this learning rate and the other defaults. */
    public static Adam of(double learningRate) {
        return new Adam(learningRate, 0.9, 0.999, 1e-7, false, 0, 0, 0, 0, false, 0.99, 0, 0, 0, Optional.empty());
    }

    /** With this learning rate and options. */
    public static Adam of(double learningRate, Consumer<AdamBuilder> options) {
        AdamBuilder builder = AdamBuilder.builder(of(learningRate));
        options.accept(builder);
        return builder.build();
    }

    /** With options. */
    public static Adam of(Consumer<AdamBuilder> options) {
        return of(0.001, options);
    }

    @Override
    public Tensor update(Update u, Tensor weight, Tensor gradient) {
        Tensor t = u.iteration();
        Moments moments = Moments.of(u, gradient, beta1, beta2);
        Tensor square = moments.square();
        if (amsgrad) {
            square = u.slot("velocity_hat").maximum(square);
            u.set("velocity_hat", square);
        }
        Tensor correction2 = t.like(beta2).power(t).from(1).sqrt();
        Tensor correction1 = t.like(beta1).power(t).from(1);
        Tensor rate = u.learningRate().times(correction2).dividedBy(correction1);
        return weight.minus(moments.mean().times(rate).dividedBy(square.sqrt().plus(epsilon)));
    }

    @Override
    public String toString() {
        return Settings.text(this, of());
    }
}
