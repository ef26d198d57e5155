package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import dev.sequential.schedules.Schedule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Divides each step by the root of a moving average of squared gradients:
 * {@code s = rho·s + (1-rho)·g²; w = w - lr·g/√(s + epsilon)}. Centered, the mean gradient's square is taken off
 * {@code s}; with momentum {@code b = momentum·b + step; w = w - b}.
 *
 * <pre>{@code
 * RMSprop.of(1e-3, r -> r.momentum(0.9).centered(true))
 * }</pre>
 *
 * @param learningRate default 0.001
 * @param schedule sets the learning rate of each step instead; default none
 * @param rho share of the past in the averages, from 0 to 1; default 0.9
 * @param momentum from 0 to 1; default 0
 * @param epsilon keeps the division finite; default 1e-7
 * @param centered whether gradients are divided by their deviation instead; default false
 * @param clipnorm see {@link Optimizer#clipnorm()}
 * @param clipvalue see {@link Optimizer#clipvalue()}
 * @param globalClipnorm see {@link Optimizer#globalClipnorm()}
 * @param weightDecay see {@link Optimizer#weightDecay()}
 * @param useEma see {@link Optimizer#useEma()}
 * @param emaMomentum see {@link Optimizer#emaMomentum()}
 * @param emaOverwriteFrequency see {@link Optimizer#emaOverwriteFrequency()}
 * @param gradientAccumulationSteps see {@link Optimizer#gradientAccumulationSteps()}
 * @see <a href="https://keras.io/api/optimizers/rmsprop/">Keras: RMSprop</a>
 */
@Config
public record RMSprop(
        double learningRate,
        Optional<Schedule> schedule,
        double rho,
        double momentum,
        double epsilon,
        boolean centered,
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
    public RMSprop {
        Check.notNegative(learningRate, "learningRate of RMSprop");
        Check.notNull(schedule, "schedule of RMSprop");
        Check.between(0, 1, rho, "rho of RMSprop");
        Check.between(0, 1, momentum, "momentum of RMSprop");
        Check.notNegative(epsilon, "epsilon of RMSprop");
    }

    /** Rate 0.001. */
    public static RMSprop of() {
        return of(0.001);
    }

    /** Without momentum, not centered. */
    public static RMSprop of(double learningRate) {
        return new RMSprop(learningRate, Optional.empty(), 0.9, 0, 1e-7, false, 0, 0, 0, 0, false, 0.99, 0, 0);
    }

    /** With options. */
    public static RMSprop of(double learningRate, Consumer<RMSpropBuilder> options) {
        RMSpropBuilder builder = RMSpropBuilder.builder(of(learningRate));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor update(Update u, Tensor weight, Tensor gradient) {
        Tensor s = u.slot("velocity").times(rho).plus(gradient.square().times(1 - rho));
        u.set("velocity", s);
        Tensor variance = s;
        if (centered) {
            Tensor mean = u.slot("average_gradient").times(rho).plus(gradient.times(1 - rho));
            u.set("average_gradient", mean);
            variance = s.minus(mean.square());
        }
        Tensor step = gradient.times(u.learningRate())
                .dividedBy(variance.plus(epsilon).sqrt());
        if (momentum > 0) {
            step = u.slot("momentum").times(momentum).plus(step);
            u.set("momentum", step);
        }
        return weight.minus(step);
    }
}
