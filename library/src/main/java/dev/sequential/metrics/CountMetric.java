package dev.sequential.metrics;

import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;

/** A metric computed from counts of right and wrong answers at thresholds, which add up over batches. */
interface CountMetric extends Metric {
    /** Which predictions are looked at. */
    Confusion.View view();

    /** The metric at each threshold. */
    Tensor score(Confusion counts);

    @Override
    String name();

    /** Right answers at the thresholds; the metric itself needs all samples. */
    @Override
    default Tensor call(Tensor yTrue, Tensor yPred) {
        return score(Confusion.of(yTrue, yPred, null, view(), name()));
    }

    @Override
    default void update(States states, Tensor yTrue, Tensor yPred, Tensor weight) {
        Confusion.of(yTrue, yPred, weight, view(), name()).addTo(states);
    }

    /** A single number if there is a single threshold. */
    @Override
    default Tensor result(States states) {
        int size = view().thresholds().size();
        Tensor scores = score(Confusion.in(states, Shape.of(size)));
        return scores.rank() == 1 && size == 1 ? scores.squeeze(0) : scores;
    }
}
