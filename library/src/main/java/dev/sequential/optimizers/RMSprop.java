package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Settings;
import dev.sequential.engine.Tensor;
import dev.sequential.schedules.Schedule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Divides the gradient by the root of its running mean square: {@code s = rho s + (1 - rho) g²},
 * {@code w = w - learningRate g / √(s + epsilon)}. Centered, the mean gradient's square is taken off s; with momentum the moves
 * add up (Tieleman and Hinton, 2012; Graves, 2013).
 *
 * <pre>{@code
 * RMSprop.of(3e-4, o -> o.clipnorm(1).weightDecay(1e-4))
 * }</pre>
 *
 * @param learningRate 0 or more; default 0.001
 * @param rho how much of the mean square is kept, from 0 to below 1; default 0.9
 * @param momentum how much of the last movement is kept, from 0 to 1; default 0
 * @param epsilon keeps the division finite, 0 or more; default 1e-7
 * @param centered whether the variance is used instead of the mean square; default false
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
public record RMSprop(
        double learningRate,
        double rho,
        double momentum,
        double epsilon,
        boolean centered,
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

    public RMSprop {
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
        Common.rate(rho, "rho");
        Check.between(0, 1, momentum, "momentum");
        Check.notNegative(epsilon, "epsilon");
        Check.notNull(schedule, "schedule");
    }

    /** With the defaults. */
    public static RMSprop of() {
        return of(0.001);
    }

    /** With this learning rate and the other defaults. */
    public static RMSprop of(double learningRate) {
        return new RMSprop(learningRate, 0.9, 0, 1e-7, false, 0, 0, 0, 0, false, 0.99, 0, 0, 0, Optional.empty());
    }

    /** With this learning rate and options. */
    public static RMSprop of(double learningRate, Consumer<RMSpropBuilder> options) {
        RMSpropBuilder builder = RMSpropBuilder.builder(of(learningRate));
        options.accept(builder);
        return builder.build();
    }

    /** With options. */
    public static RMSprop of(Consumer<RMSpropBuilder> options) {
        return of(0.001, options);
    }

    @Override
    public Tensor update(Update u, Tensor weight, Tensor gradient) {
        Tensor square = u.slot("velocity").times(rho).plus(gradient.square().times(1 - rho));
        u.set("velocity", square);
        Tensor variance = square;
        if (centered) {
            Tensor mean = u.slot("average_gradient").times(rho).plus(gradient.times(1 - rho));
            u.set("average_gradient", mean);
            variance = square.minus(mean.square());
        }
        Tensor move = gradient.times(u.learningRate())
                .dividedBy(variance.plus(epsilon).sqrt());
        if (momentum > 0) {
            move = u.slot("momentum").times(momentum).plus(move);
            u.set("momentum", move);
        }
        return weight.minus(move);
    }

    @Override
    public String toString() {
        return Settings.text(this, of());
    }
}
