package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Settings;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.schedules.Schedule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@link RMSprop} that keeps only row and column means of the squares of a matrix, with a rate in proportion to the size of the weights
 * (Shazeer and Stern, 2018).
 *
 * <pre>{@code
 * Adafactor.of(3e-4, o -> o.clipnorm(1).weightDecay(1e-4))
 * }</pre>
 *
 * @param learningRate 0 or more; default 0.001
 * @param beta2Decay how the share of old squares grows: {@code 1 - t^beta2Decay}, below 0; default -0.8
 * @param epsilon1 added to squared gradients, 0 or more; default 1e-30
 * @param epsilon2 smallest size of a weight in the rate, 0 or more; default 1e-3
 * @param clipThreshold largest root mean square of a move, above 0; default 1
 * @param relativeStep whether the rate is at most {@code 1/√t}; a schedule is taken as it is; default true
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
public record Adafactor(
        double learningRate,
        double beta2Decay,
        double epsilon1,
        double epsilon2,
        double clipThreshold,
        boolean relativeStep,
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

    public Adafactor {
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
        Check.that(beta2Decay < 0, "beta2Decay must be below 0, but received %s", beta2Decay);
        Check.notNegative(epsilon1, "epsilon1");
        Check.notNegative(epsilon2, "epsilon2");
        Check.that(clipThreshold > 0, "clipThreshold must be above 0, but received %s", clipThreshold);
        Check.notNull(schedule, "schedule");
    }

    /** With the defaults. */
    public static Adafactor of() {
        return of(0.001);
    }

    /** With this learning rate and the other defaults. */
    public static Adafactor of(double learningRate) {
        return new Adafactor(
                learningRate, -0.8, 1e-30, 1e-3, 1, true, 0, 0, 0, 0, false, 0.99, 0, 0, 0, Optional.empty());
    }

    /** With this learning rate and options. */
    public static Adafactor of(double learningRate, Consumer<AdafactorBuilder> options) {
        AdafactorBuilder builder = AdafactorBuilder.builder(of(learningRate));
        options.accept(builder);
        return builder.build();
    }

    /** With options. */
    public static Adafactor of(Consumer<AdafactorBuilder> options) {
        return of(0.001, options);
    }

    @Override
    public Tensor update(Update u, Tensor weight, Tensor gradient) {
        Tensor t = u.iteration();
        Tensor slowing = t.sqrt().reciprocal();
        Tensor rate = u.learningRate();
        if (relativeStep && schedule.isEmpty()) rate = rate.minimum(slowing);
        Tensor scale = rms(weight).maximum(epsilon2).times(rate.minimum(slowing));
        Tensor share = t.power(beta2Decay).from(1);
        Tensor square = means(u, gradient.square().plus(epsilon1), share);
        Tensor move = gradient.dividedBy(square.sqrt());
        Tensor excess = rms(move).dividedBy(clipThreshold).maximum(1);
        return weight.minus(move.times(scale.dividedBy(excess)));
    }

    /** The running mean of squares; of a matrix as the product of row and column means. */
    private static Tensor means(Update u, Tensor squares, Tensor share) {
        // Like Keras all three are kept for every weight, whichever are used; files list them.
        boolean matrix = squares.rank() >= 2;
        Tensor byRow = matrix ? squares.mean(-1) : Tensor.fill(0, Shape.scalar(), squares.dtype());
        Tensor byColumn = matrix ? squares.mean(-2) : byRow;
        Tensor oldRows = u.slot("rows", byRow.shape(), 0);
        Tensor oldColumns = u.slot("columns", byColumn.shape(), 0);
        Tensor old = u.slot("velocity");
        if (!matrix) {
            Tensor mean = mixed(old, squares, share);
            u.set("velocity", mean);
            return mean;
        }
        Tensor rows = mixed(oldRows, byRow, share);
        Tensor columns = mixed(oldColumns, byColumn, share);
        u.set("rows", rows);
        u.set("columns", columns);
        Tensor relative = rows.dividedBy(rows.fold(Reduce.Kind.MEAN, true, -1));
        return relative.expandDims(-1).times(columns.expandDims(-2));
    }

    private static Tensor mixed(Tensor old, Tensor now, Tensor share) {
        return old.times(share).plus(now.times(share.from(1)));
    }

    private static Tensor rms(Tensor x) {
        return x.square().mean().sqrt();
    }

    @Override
    public String toString() {
        return Settings.text(this, of());
    }
}
