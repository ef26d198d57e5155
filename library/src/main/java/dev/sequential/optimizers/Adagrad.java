package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Settings;
import dev.sequential.engine.Tensor;
import dev.sequential.schedules.Schedule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Divides the gradient by the root of the sum of its squares: {@code a = a + g²},
 * {@code w = w - learningRate g / √(a + epsilon)} (Duchi et al., 2011).
 *
 * <pre>{@code
 * Adagrad.of(3e-4, o -> o.clipnorm(1).weightDecay(1e-4))
 * }</pre>
 *
 * @param learningRate 0 or more; default 0.001
 * @param initialAccumulatorValue first value of the sum, 0 or more; default 0.1
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
public record Adagrad(
        double learningRate,
        double initialAccumulatorValue,
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

    public Adagrad {
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
        Check.notNegative(initialAccumulatorValue, "initialAccumulatorValue");
        Check.notNegative(epsilon, "epsilon");
        Check.notNull(schedule, "schedule");
    }

    /** With the defaults. */
    public static Adagrad of() {
        return of(0.001);
    }

    /** With this learning rate and the other defaults. */
    public static Adagrad of(double learningRate) {
        return new Adagrad(learningRate, 0.1, 1e-7, 0, 0, 0, 0, false, 0.99, 0, 0, 0, Optional.empty());
    }

    /** With this learning rate and options. */
    public static Adagrad of(double learningRate, Consumer<AdagradBuilder> options) {
        AdagradBuilder builder = AdagradBuilder.builder(of(learningRate));
        options.accept(builder);
        return builder.build();
    }

    /** With options. */
    public static Adagrad of(Consumer<AdagradBuilder> options) {
        return of(0.001, options);
    }

    @Override
    public Tensor update(Update u, Tensor weight, Tensor gradient) {
        Tensor sum = u.slot("accumulator", initialAccumulatorValue).plus(gradient.square());
        u.set("accumulator", sum);
        Tensor move = gradient.times(u.learningRate());
        return weight.minus(move.dividedBy(sum.plus(epsilon).sqrt()));
    }

    @Override
    public String toString() {
        return Settings.text(this, of());
    }
}
