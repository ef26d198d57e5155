package dev.sequential.training;

import dev.sequential.engine.Memory;
import java.util.List;

/**
 * One compiled step (training, test or prediction) for batches of one size. Fill the buffers, run, read. The buffers are
 * the program's own: what is read is overwritten by the next run.
 */
public interface Step {
    /** Buffers for the model's inputs, in order: {@code (batch, …)}. */
    List<Memory> inputs();

    /** Buffers for the targets, one in order for each output that has a loss; none for prediction. Float32, or int32 for a sparse loss. */
    List<Memory> targets();

    /** Buffers for sample weights, one for each target; none if the step was compiled without weights. */
    List<Memory> sampleWeights();

    /** Does the step: training also updates the weights. */
    void run();

    /** The model's outputs for this batch. */
    List<Memory> outputs();

    /** The loss of this batch alone, penalties included, before the update; NaN for prediction. */
    double batchLoss();

    /** The loss of this batch alone and, with several outputs, those of the outputs as {@link Steps#names()} has them. */
    double[] batchLosses();
}
