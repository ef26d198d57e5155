package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Settings;
import dev.sequential.engine.Tensor;
import dev.sequential.schedules.Schedule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gradient descent, plain or with momentum: {@code v = momentum v - learningRate g, w = w + v}; with Nesterov's momentum
 * {@code w = w + momentum v - learningRate g}.
 *
 * <pre>{@code
 * SGD.of(0.1, o -> o.clipnorm(1).weightDecay(1e-4))
 * }</pre>
 *
 * @param learningRate 0 or more; default 0.01
 * @param momentum how much of the last movement is kept, from 0 to 1; default 0
 * @param nesterov whether the gradient is taken as if the movement had gone on; default false
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
public record SGD(
        double learningRate,
        double momentum,
        boolean nesterov,
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

    public SGD {
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
        Check.between(0, 1, momentum, "momentum");
        Check.notNull(schedule, "schedule");
    }

    /** With the defaults. */
    public static SGD of() {
        return of(0.01);
    }

    /** With this learning rate and the other defaults. */
    public static SGD of(double learningRate) {
        return new SGD(learningRate, 0, false, 0, 0, 0, 0, false, 0.99, 0, 0, 0, Optional.empty());
    }

    /** With this learning rate and options. */
    public static SGD of(double learningRate, Consumer<SGDBuilder> options) {
        SGDBuilder builder = SGDBuilder.builder(of(learningRate));
        options.accept(builder);
        return builder.build();
    }

    /** With options. */
    public static SGD of(Consumer<SGDBuilder> options) {
        return of(0.01, options);
    }

    @Override
    public Tensor update(Update u, Tensor weight, Tensor gradient) {
        Tensor move = gradient.times(u.learningRate());
        if (momentum == 0) return weight.minus(move);
        Tensor velocity = u.slot("momentum").times(momentum).minus(move);
        u.set("momentum", velocity);
        return nesterov ? weight.plus(velocity.times(momentum)).minus(move) : weight.plus(velocity);
    }

    @Override
    public String toString() {
        return Settings.text(this, of());
    }
}
