package dev.sequential.metrics;

import dev.sequential.engine.Tensor;

/** A metric of how predicted and true classes overlap. */
interface OverlapMetric extends Metric {
    /** Which classes are compared. */
    ClassOverlap overlap();

    /** Class numbers of the targets. */
    Tensor targets(Tensor yTrue);

    /** Class numbers of the predictions. */
    Tensor predictions(Tensor yPred);

    @Override
    String name();

    /** 1 where prediction and target are of one class; the metric itself needs all samples. */
    @Override
    default Tensor call(Tensor yTrue, Tensor yPred) {
        return targets(yTrue).cast(yPred.dtype()).equalTo(predictions(yPred).cast(yPred.dtype()));
    }

    @Override
    default void update(States states, Tensor yTrue, Tensor yPred, Tensor weight) {
        overlap().update(states, targets(yTrue), predictions(yPred), weight);
    }

    @Override
    default Tensor result(States states) {
        return overlap().result(states);
    }
}
