package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Settings;
import dev.sequential.engine.Tensor;
import dev.sequential.schedules.Schedule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@link Adam} with weight decay that is not part of the gradient (Loshchilov and Hutter, 2019).
 *
 * <pre>{@code
 * AdamW.of(3e-4, o -> o.clipnorm(1).weightDecay(1e-4))
 * }</pre>
 *
 * @param learningRate 0 or more; default 0.001
 * @param beta1 how much of the mean gradient is kept, from 0 to below 1; default 0.9
 * @param beta2 how much of the mean square is kept, from 0 to below 1; default 0.999
 * @param epsilon keeps the division finite, 0 or more; default 1e-7
 * @param amsgrad whether the largest mean square so far is used (Reddi et al., 2018); default false
 * @param weightDecay see {@link Optimizer#weightDecay}; default 0.004
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
public record AdamW(
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

    public AdamW {
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
    public static AdamW of() {
        return of(0.001);
    }

    /** With this learning rate and the other defaults. */
    public static AdamW of(double learningRate) {
        return new AdamW(learningRate, 0.9, 0.999, 1e-7, false, 0.004, 0, 0, 0, false, 0.99, 0, 0, 0, Optional.empty());
    }

    /** With this learning rate and options. */
    public static AdamW of(double learningRate, Consumer<AdamWBuilder> options) {
        AdamWBuilder builder = AdamWBuilder.builder(of(learningRate));
        options.accept(builder);
        return builder.build();
    }

    /** With options. */
    public static AdamW of(Consumer<AdamWBuilder> options) {
        return of(0.001, options);
    }

    @Override
    public Tensor update(Update u, Tensor weight, Tensor gradient) {
        return Adam.of(
                        learningRate,
                        a -> a.beta1(beta1).beta2(beta2).epsilon(epsilon).amsgrad(amsgrad))
                .update(u, weight, gradient);
    }

    @Override
    public String toString() {
        return Settings.text(this, of());
    }
}
