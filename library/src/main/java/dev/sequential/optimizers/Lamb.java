package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Settings;
import dev.sequential.engine.Tensor;
import dev.sequential.schedules.Schedule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@link Adam}'s direction with a length in proportion to the weight's: {@code w = w - learningRate r ‖w‖ / ‖r‖}, for large batches
 * (You et al., 2019).
 *
 * <pre>{@code
 * Lamb.of(3e-4, o -> o.clipnorm(1).weightDecay(1e-4))
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
public record Lamb(
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

    public Lamb {
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
    public static Lamb of() {
        return of(0.001);
    }

    /** With this learning rate and the other defaults. */
    public static Lamb of(double learningRate) {
        return new Lamb(learningRate, 0.9, 0.999, 1e-7, 0, 0, 0, 0, false, 0.99, 0, 0, 0, Optional.empty());
    }

    /** With this learning rate and options. */
    public static Lamb of(double learningRate, Consumer<LambBuilder> options) {
        LambBuilder builder = LambBuilder.builder(of(learningRate));
        options.accept(builder);
        return builder.build();
    }

    /** With options. */
    public static Lamb of(Consumer<LambBuilder> options) {
        return of(0.001, options);
    }

    @Override
    public Tensor update(Update u, Tensor weight, Tensor gradient) {
        Tensor t = u.iteration();
        Moments moments = Moments.of(u, gradient, beta1, beta2);
        Tensor mean = moments.mean().dividedBy(t.like(beta1).power(t).from(1));
        Tensor square = moments.square().dividedBy(t.like(beta2).power(t).from(1));
        Tensor move = mean.dividedBy(square.sqrt().plus(epsilon));
        Tensor size = weight.square().sum().sqrt();
        Tensor length = move.square().sum().sqrt();
        Tensor both = size.greaterThan(0).times(length.greaterThan(0));
        Tensor ratio = both.select(size.dividedBy(both.select(length, length.like(1))), size.like(1));
        return weight.minus(move.times(ratio.times(u.learningRate())));
    }

    @Override
    public String toString() {
        return Settings.text(this, of());
    }
}
