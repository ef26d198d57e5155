package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import dev.sequential.schedules.Schedule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gradient descent, with momentum if asked: {@code v = momentum·v - lr·g; w = w + v}, or with Nesterov's look ahead
 * {@code w = w + momentum·v - lr·g}; without momentum {@code w = w - lr·g}.
 *
 * <pre>{@code
 * SGD.of(0.1, s -> s.momentum(0.9).nesterov(true))
 * }</pre>
 *
 * @param learningRate default 0.01
 * @param schedule sets the learning rate of each step instead; default none
 * @param momentum from 0 to 1; default 0
 * @param nesterov whether momentum looks ahead; default false
 * @param clipnorm see {@link Optimizer#clipnorm()}
 * @param clipvalue see {@link Optimizer#clipvalue()}
 * @param globalClipnorm see {@link Optimizer#globalClipnorm()}
 * @param weightDecay see {@link Optimizer#weightDecay()}
 * @param useEma see {@link Optimizer#useEma()}
 * @param emaMomentum see {@link Optimizer#emaMomentum()}
 * @param emaOverwriteFrequency see {@link Optimizer#emaOverwriteFrequency()}
 * @param gradientAccumulationSteps see {@link Optimizer#gradientAccumulationSteps()}
 * @see <a href="https://keras.io/api/optimizers/sgd/">Keras: SGD</a>
 */
@Config
public record SGD(
        double learningRate,
        Optional<Schedule> schedule,
        double momentum,
        boolean nesterov,
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
    public SGD {
        Check.notNegative(learningRate, "learningRate of SGD");
        Check.notNull(schedule, "schedule of SGD");
        Check.between(0, 1, momentum, "momentum of SGD");
    }

    /** Plain gradient descent at rate 0.01. */
    public static SGD of() {
        return of(0.01);
    }

    /** Plain gradient descent. */
    public static SGD of(double learningRate) {
        return new SGD(learningRate, Optional.empty(), 0, false, 0, 0, 0, 0, false, 0.99, 0, 0);
    }

    /** With options. */
    public static SGD of(double learningRate, Consumer<SGDBuilder> options) {
        SGDBuilder builder = SGDBuilder.builder(of(learningRate));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor update(Update u, Tensor weight, Tensor gradient) {
        Tensor step = gradient.times(u.learningRate());
        if (momentum == 0) return weight.minus(step);
        Tensor v = u.slot("momentum").times(momentum).minus(step);
        u.set("momentum", v);
        return weight.plus(nesterov ? v.times(momentum).minus(step) : v);
    }
}
