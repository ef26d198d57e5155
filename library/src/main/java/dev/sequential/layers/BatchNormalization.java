package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Normalized;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Initializer;
import dev.sequential.initializers.Ones;
import dev.sequential.initializers.Zeros;
import dev.sequential.regularizers.Regularizer;
import java.util.List;
import java.util.function.Consumer;

/**
 * Numbers of mean 0 and variance 1 over the batch, for each channel, then scaled and moved:
 * {@code gamma · (x - mean)/√(variance + epsilon) + beta}. In training mean and biased variance are the batch's and move
 * the moving ones, {@code moving = momentum · moving + (1 - momentum) · batch}; in inference, and always while the layer
 * is frozen, they are the moving ones. Steps that a mask leaves out do not count. Shape unchanged.
 *
 * <p>Weights, each as long as the axis: gamma, beta, and the states moving_mean and moving_variance.
 *
 * <pre>{@code
 * BatchNormalization.of()
 * BatchNormalization.of(b -> b.momentum(0.9))
 * }</pre>
 *
 * @param axis the axis of the channels; default the last
 * @param momentum how much of the moving mean and variance stays, from 0 to 1; default 0.99
 * @param epsilon added to the variance; default 0.001
 * @param center whether beta is added; default true
 * @param scale whether gamma multiplies; default true
 * @param betaInitializer first values of beta; default zeros
 * @param gammaInitializer first values of gamma; default ones
 * @param movingMeanInitializer first moving mean; default zeros
 * @param movingVarianceInitializer first moving variance; default ones
 * @param betaRegularizer penalty on beta; default none
 * @param gammaRegularizer penalty on gamma; default none
 * @param betaConstraint applied to beta after each update; default none
 * @param gammaConstraint applied to gamma after each update; default none
 * @see <a href="https://keras.io/api/layers/normalization_layers/batch_normalization/">Keras: BatchNormalization</a>
 * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy 2015</a>
 */
@Config
public record BatchNormalization(
        int axis,
        double momentum,
        double epsilon,
        boolean center,
        boolean scale,
        Initializer betaInitializer,
        Initializer gammaInitializer,
        Initializer movingMeanInitializer,
        Initializer movingVarianceInitializer,
        Regularizer betaRegularizer,
        Regularizer gammaRegularizer,
        Constraint betaConstraint,
        Constraint gammaConstraint)
        implements Scaled {
    /** Of a masked mean's denominator, as in Keras. */
    private static final double TINY = 1e-7;

    /** @throws IllegalArgumentException if momentum is not from 0 to 1, epsilon is negative or an option is null */
    public BatchNormalization {
        Check.between(0, 1, momentum, "momentum of BatchNormalization");
        Check.notNull(movingMeanInitializer, "movingMeanInitializer of BatchNormalization");
        Check.notNull(movingVarianceInitializer, "movingVarianceInitializer of BatchNormalization");
        Scaled.check(
                "BatchNormalization",
                epsilon,
                betaInitializer,
                gammaInitializer,
                betaRegularizer,
                gammaRegularizer,
                betaConstraint,
                gammaConstraint);
    }

    /** Over the last axis, with Keras's options. */
    public static BatchNormalization of() {
        return new BatchNormalization(
                -1,
                0.99,
                1e-3,
                true,
                true,
                Zeros.of(),
                Ones.of(),
                Zeros.of(),
                Ones.of(),
                Regularizer.NONE,
                Regularizer.NONE,
                Constraint.NONE,
                Constraint.NONE);
    }

    /** With options. */
    public static BatchNormalization of(Consumer<BatchNormalizationBuilder> options) {
        BatchNormalizationBuilder builder = BatchNormalizationBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        int at = x.shape().axis(axis);
        Shape shape = Norms.lengths(x, at);
        Tensor movingMean = call.state("moving_mean", shape, movingMeanInitializer);
        Tensor movingVariance = call.state("moving_variance", shape, movingVarianceInitializer);
        if (!call.training() || !call.trainable()) {
            return normalized(call, x, Norms.spread(movingMean, x, at), Norms.spread(movingVariance, x, at), at);
        }
        int[] rest = Norms.others(x, at);
        Tensor mask = mask(call, x);
        Tensor mean = mean(x, mask, rest);
        Tensor variance = mean(x.minus(mean).square(), mask, rest);
        List<Tensor> made = List.of(
                normalized(call, x, mean, variance, at),
                mean.reshape(shape).detach(),
                variance.reshape(shape).detach());
        if (mask == null && at == x.rank() - 1) made = known(call, Normalized.Over.OTHERS, x, made);
        call.update(movingMean, moved(movingMean, made.get(1)));
        call.update(movingVariance, moved(movingVariance, made.get(2)));
        return made.get(0);
    }

    private Tensor normalized(Call call, Tensor x, Tensor mean, Tensor variance, int at) {
        return scaled(call, x.minus(mean).times(variance.plus(epsilon).rsqrt()), at);
    }

    @Override
    public boolean mixesSamples() {
        return true;
    }

    private Tensor moved(Tensor moving, Tensor batch) {
        return moving.times(momentum).plus(batch.times(1 - momentum));
    }

    /** The mask with as many axes as the input, or null. */
    private static Tensor mask(Call call, Tensor x) {
        Tensor mask = call.mask();
        if (mask == null) return null;
        Check.that(
                mask.rank() < x.rank(),
                "BatchNormalization expects a mask of fewer axes than its input, but received %s for %s",
                mask.shape(),
                x.shape());
        while (mask.rank() < x.rank()) mask = mask.expandDims(-1);
        return mask.broadcastTo(x.shape());
    }

    private static Tensor mean(Tensor x, Tensor mask, int... axes) {
        if (mask == null) return Norms.mean(x, axes);
        Tensor count = mask.fold(Reduce.Kind.SUM, true, axes).plus(TINY);
        return mask.select(x, x.like(0)).fold(Reduce.Kind.SUM, true, axes).dividedBy(count);
    }
}
