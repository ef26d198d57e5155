package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Settings;
import dev.sequential.engine.Tensor;
import dev.sequential.schedules.Schedule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Follow the regularized leader, for sparse linear models: keeps the sum of squared gradients n and an adjusted sum of gradients z,
 * {@code w = (clip(z, -l1, l1) - z) / q} with {@code q = n^-power / learningRate + 2 l2} (McMahan et al., 2013).
 *
 * <pre>{@code
 * Ftrl.of(3e-4, o -> o.clipnorm(1).weightDecay(1e-4))
 * }</pre>
 *
 * @param learningRate 0 or more; default 0.001
 * @param learningRatePower how fast rates fall, 0 or less; default -0.5
 * @param initialAccumulatorValue first value of the sum of squares, 0 or more; default 0.1
 * @param l1RegularizationStrength 0 or more; default 0
 * @param l2RegularizationStrength 0 or more; default 0
 * @param l2ShrinkageRegularizationStrength penalty on the size of weights within the gradient, 0 or more; default 0
 * @param beta lowers the rates of all weights, 0 or more; default 0
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
public record Ftrl(
        double learningRate,
        double learningRatePower,
        double initialAccumulatorValue,
        double l1RegularizationStrength,
        double l2RegularizationStrength,
        double l2ShrinkageRegularizationStrength,
        double beta,
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

    public Ftrl {
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
        Check.that(learningRatePower <= 0, "learningRatePower must be 0 or less, but received %s", learningRatePower);
        Check.notNegative(initialAccumulatorValue, "initialAccumulatorValue");
        Check.notNegative(l1RegularizationStrength, "l1RegularizationStrength");
        Check.notNegative(l2RegularizationStrength, "l2RegularizationStrength");
        Check.notNegative(l2ShrinkageRegularizationStrength, "l2ShrinkageRegularizationStrength");
        Check.notNegative(beta, "beta");
        Check.notNull(schedule, "schedule");
    }

    /** With the defaults. */
    public static Ftrl of() {
        return of(0.001);
    }

    /** With this learning rate and the other defaults. */
    public static Ftrl of(double learningRate) {
        return new Ftrl(learningRate, -0.5, 0.1, 0, 0, 0, 0, 0, 0, 0, 0, false, 0.99, 0, 0, 0, Optional.empty());
    }

    /** With this learning rate and options. */
    public static Ftrl of(double learningRate, Consumer<FtrlBuilder> options) {
        FtrlBuilder builder = FtrlBuilder.builder(of(learningRate));
        options.accept(builder);
        return builder.build();
    }

    /** With options. */
    public static Ftrl of(Consumer<FtrlBuilder> options) {
        return of(0.001, options);
    }

    @Override
    public Tensor update(Update u, Tensor weight, Tensor gradient) {
        Tensor rate = u.learningRate();
        Tensor old = u.slot("accumulator", initialAccumulatorValue);
        Tensor sum = old.plus(gradient.square());
        Tensor g = gradient.plus(weight.times(2 * l2ShrinkageRegularizationStrength));
        Tensor growth = root(sum).minus(root(old)).dividedBy(rate);
        Tensor linear = u.slot("linear").plus(g.minus(growth.times(weight)));
        u.set("accumulator", sum);
        u.set("linear", linear);
        Tensor l2 = rate.reciprocal().times(beta / 2).plus(l2RegularizationStrength);
        Tensor quadratic = root(sum).dividedBy(rate).plus(l2.times(2));
        Tensor clipped = linear.clip(-l1RegularizationStrength, l1RegularizationStrength);
        return clipped.minus(linear).dividedBy(quadratic);
    }

    private Tensor root(Tensor sum) {
        return learningRatePower == -0.5 ? sum.sqrt() : sum.power(-learningRatePower);
    }

    @Override
    public String toString() {
        return Settings.text(this, of());
    }
}
