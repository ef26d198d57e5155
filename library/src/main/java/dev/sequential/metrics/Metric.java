package dev.sequential.metrics;

import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;

/**
 * A number that tells how well a model does, accumulated over batches. A lambda giving values per sample is averaged:
 * {@code Metric.of("max_error", (yTrue, yPred) -> yTrue.minus(yPred).abs().max(-1))}. A record with other state
 * overrides {@link #update} and {@link #result}.
 */
@FunctionalInterface
public interface Metric {
    /** Values per sample: {@code (batch, …, units), (batch, …, units) → (batch, …)}. */
    Tensor call(Tensor yTrue, Tensor yPred);

    /**
     * Takes one batch in. {@code weight} has the shape of the values, or fewer axes, or is {@code null}. By default the
     * values' {@link #mean}.
     */
    default void update(States states, Tensor yTrue, Tensor yPred, Tensor weight) {
        mean(states, call(yTrue, yPred), weight);
    }

    /** The metric so far: a single number, or several as a vector. By default {@code total / count}, 0 before any. */
    default Tensor result(States states) {
        return Means.result(states);
    }

    /** Key in {@code History}, for instance {@code mean_absolute_error}. */
    default String name() {
        return "metric";
    }

    /**
     * Adds values to a running mean: {@code total += Σ(v·w)} and {@code count += Σw}, w being 1 without weights. Values
     * with more axes than the weight are averaged over these first, and what then has several axes is averaged over all
     * but the first, so that every sample counts the same.
     */
    static void mean(States states, Tensor values, Tensor weight) {
        Means.update(states, values, weight);
    }

    /** A mean of values per sample under a name. */
    static Metric of(String name, Metric values) {
        return new Named(name, values);
    }

    /** The numbers a metric keeps between batches. */
    interface States {
        /**
         * A number or array that is zero at first and after each reset; after {@link #set} the new value. The shape
         * matters when a state is asked for first; later it may have unknown lengths.
         */
        Tensor get(String name, Shape shape);

        /** Replaces a state. */
        void set(String name, Tensor value);
    }
}
