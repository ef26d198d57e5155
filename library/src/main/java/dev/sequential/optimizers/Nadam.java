package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Settings;
import dev.sequential.engine.Tensor;
import dev.sequential.schedules.Schedule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@link Adam} with Nesterov's momentum, whose strength grows over the steps (Dozat, 2015).
 *
 * <pre>{@code
 * Nadam.of(3e-4, o -> o.clipnorm(1).weightDecay(1e-4))
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
public record Nadam(
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

    public Nadam {
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
    public static Nadam of() {
        return of(0.001);
    }

    /** With this learning rate and the other defaults. */
    public static Nadam of(double learningRate) {
        return new Nadam(learningRate, 0.9, 0.999, 1e-7, 0, 0, 0, 0, false, 0.99, 0, 0, 0, Optional.empty());
    }

    /** With this learning rate and options. */
    public static Nadam of(double learningRate, Consumer<NadamBuilder> options) {
        NadamBuilder builder = NadamBuilder.builder(of(learningRate));
        options.accept(builder);
        return builder.build();
    }

    /** With options. */
    public static Nadam of(Consumer<NadamBuilder> options) {
        return of(0.001, options);
    }

    @Override
    public Tensor update(Update u, Tensor weight, Tensor gradient) {
        Tensor t = u.iteration();
        Tensor now = strength(t);
        Tensor next = strength(t.plus(1));
        Tensor product = u.shared("u_product", 1).times(now);
        u.set("u_product", product);
        Moments moments = Moments.of(u, gradient, beta1, beta2);
        Tensor ofMean = next.dividedBy(product.times(next).from(1));
        Tensor ofGradient = now.from(1).dividedBy(product.from(1));
        Tensor mean = moments.mean().times(ofMean).plus(gradient.times(ofGradient));
        Tensor square = moments.square().dividedBy(t.like(beta2).power(t).from(1));
        return weight.minus(mean.times(u.learningRate()).dividedBy(square.sqrt().plus(epsilon)));
    }

    /** {@code beta1 (1 - 0.96^t / 2)}. */
    private Tensor strength(Tensor t) {
        return t.like(0.96).power(t).affine(-0.5, 1).times(beta1);
    }

    @Override
    public String toString() {
        return Settings.text(this, of());
    }
}
