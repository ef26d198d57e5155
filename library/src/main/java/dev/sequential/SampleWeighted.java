package dev.sequential;

import dev.sequential.data.Each;
import dev.sequential.data.Forms;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Options with sample weights.
 *
 * @param <B> the options of the call at hand
 */
public interface SampleWeighted<B> {
    /**
     * How much each sample counts in the loss and the weighted metrics: {@code (samples,)}, or {@code (samples, time)} for
     * outputs that were compiled with the sample weight mode "temporal". An array in any form that
     * {@link Dataset#of(Object, Object, Object)} takes; for several outputs a list in their order ({@code null} is 1 each)
     * or a map by their names; one array counts for all of them. Default 1 each.
     */
    default B sampleWeight(Object sampleWeight) {
        return sampleWeight(Forms.each(sampleWeight, "sampleWeight"));
    }

    /** Sample weights for all outputs or each of them. */
    B sampleWeight(Each<INDArray> sampleWeight);
}
