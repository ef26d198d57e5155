package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Settings;
import dev.sequential.engine.Tensor;
import dev.sequential.schedules.Schedule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Moves by the gradient in units of earlier moves: {@code a = rho a + (1 - rho) g²}, {@code move = -g √(d + epsilon) / √(a + epsilon)},
 * {@code d = rho d + (1 - rho) move²}, {@code w = w + learningRate move} (Zeiler, 2012).
 *
 * <pre>{@code
 * Adadelta.of(3e-4, o -> o.clipnorm(1).weightDecay(1e-4))
 * }</pre>
 *
 * @param learningRate 0 or more; default 0.001
 * @param rho how much of the mean squares is kept, from 0 to below 1; default 0.95
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
public record Adadelta(
        double learningRate,
        double rho,
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

    public Adadelta {
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
        Check.notNegative(epsilon, "epsilon");
        Check.notNull(schedule, "schedule");
    }

    /** With the defaults. */
    public static Adadelta of() {
        return of(0.001);
    }

    /** With this learning rate and the other defaults. */
    public static Adadelta of(double learningRate) {
        return new Adadelta(learningRate, 0.95, 1e-7, 0, 0, 0, 0, false, 0.99, 0, 0, 0, Optional.empty());
    }

    /** With this learning rate and options. */
    public static Adadelta of(double learningRate, Consumer<AdadeltaBuilder> options) {
        AdadeltaBuilder builder = AdadeltaBuilder.builder(of(learningRate));
        options.accept(builder);
        return builder.build();
    }

    /** With options. */
    public static Adadelta of(Consumer<AdadeltaBuilder> options) {
        return of(0.001, options);
    }

    @Override
    public Tensor update(Update u, Tensor weight, Tensor gradient) {
        Tensor squares =
                u.slot("accumulated_grad").times(rho).plus(gradient.square().times(1 - rho));
        Tensor moves = u.slot("accumulated_delta_var");
        Tensor root = moves.plus(epsilon).sqrt();
        Tensor move = root.times(gradient).dividedBy(squares.plus(epsilon).sqrt());
        u.set("accumulated_grad", squares);
        u.set("accumulated_delta_var", moves.times(rho).plus(move.square().times(1 - rho)));
        return weight.minus(move.times(u.learningRate()));
    }

    @Override
    public String toString() {
        return Settings.text(this, of());
    }
}
