package dev.sequential.optimizers;

import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.schedules.Schedule;
import java.util.List;
import java.util.Optional;

/**
 * Turns gradients into new weights. A lambda will do:
 * {@code c.optimizer((u, w, g) -> w.minus(g.times(u.learningRate())))}. Keras's own are records of this package.
 * Clipping, weight decay, averaging and accumulation are the same for all and done around {@link #update}; records
 * switch them on by having components of these names.
 */
@FunctionalInterface
public interface Optimizer {
    /**
     * The new weight. Keeps what it needs between steps in {@code u}'s slots.
     *
     * @param u learning rate, step number and slots
     * @param weight the weight before the update
     * @param gradient its gradient, already clipped, of the same shape
     */
    Tensor update(Update u, Tensor weight, Tensor gradient);

    /** Learning rate of the first step, unless a schedule is given. Default 0.01. */
    default double learningRate() {
        return 0.01;
    }

    /** What sets the learning rate of each step instead of a constant. */
    default Optional<Schedule> schedule() {
        return Optional.empty();
    }

    /** Gradients of one weight longer than this (L2) are shortened to it; 0 is off. */
    default double clipnorm() {
        return 0;
    }

    /** Gradients all together longer than this (L2) are shortened to it; 0 is off. */
    default double globalClipnorm() {
        return 0;
    }

    /** Each gradient number is moved into [-v, v]; 0 is off. */
    default double clipvalue() {
        return 0;
    }

    /** Before each update the weight loses {@code weight · weightDecay · learningRate}; 0 is off. */
    default double weightDecay() {
        return 0;
    }

    /** Whether weight decay applies to the weight of this name, such as {@code dense/bias}; to all by default. */
    default boolean decays(String weight) {
        return true;
    }

    /**
     * This optimizer without weight decay for some weights: those whose names contain one of these, such as
     * {@code "bias"}.
     */
    default Optimizer excludeFromWeightDecay(String... names) {
        return new Excluding(this, List.of(names));
    }

    /** Whether a moving average of each weight is kept. */
    default boolean useEma() {
        return false;
    }

    /** {@code average = momentum·average + (1 - momentum)·weight}. */
    default double emaMomentum() {
        return 0.99;
    }

    /** Every so many steps the weights become their averages; 0 is only at the end of training. */
    default int emaOverwriteFrequency() {
        return 0;
    }

    /** Gradients are averaged over so many batches before one update; 0 and 1 are every batch. */
    default int gradientAccumulationSteps() {
        return 0;
    }

    /** The loss is multiplied by this before gradients are taken, and they are divided by it; 0 is off. */
    default double lossScaleFactor() {
        return 0;
    }

    /** What an update knows beyond weight and gradient. All tensors are single numbers unless said otherwise. */
    interface Update {
        /** Learning rate of this step. */
        Tensor learningRate();

        /** Number of this step, 1 at first, in the weights' float type. */
        Tensor iteration();

        /** The weight before weight decay. */
        Tensor undecayed();

        /** A number or array of the weight's shape kept for this weight, zero at first; after {@link #set} the new value. */
        Tensor slot(String name);

        /** As {@link #slot(String)}, but with another first value. */
        Tensor slot(String name, double initial);

        /** As {@link #slot(String, double)}, but of another shape than the weight's. */
        Tensor slot(String name, Shape shape, double initial);

        /** A single number kept once for all weights; until the step ends its old value, even after {@link #set}. */
        Tensor shared(String name, double initial);

        /** Replaces a slot of this weight, or a shared number. */
        void set(String name, Tensor value);
    }
}
