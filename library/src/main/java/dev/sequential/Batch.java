package dev.sequential;

import dev.sequential.data.Each;
import dev.sequential.data.Forms;
import dev.sequential.engine.Check;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Arrays that belong together: inputs, perhaps targets, perhaps sample weights. Axis 0 of each is the sample. It is what a
 * generator or a {@link dev.sequential.data.Sequence} gives each time, and as a {@link Dataset} all there is to train on.
 *
 * <pre>{@code
 * Batch.of(x, y)
 * Batch.of(Map.of("input_1", x1, "input_2", x2), Map.of("output", y))
 * }</pre>
 *
 * @param inputs for the model's inputs
 * @param targets for its outputs
 * @param sampleWeights how much each sample counts, for its outputs
 */
public record Batch(Each<INDArray> inputs, Optional<Each<INDArray>> targets, Optional<Each<INDArray>> sampleWeights)
        implements Dataset {
    public Batch {
        Check.notNull(inputs, "inputs");
        Check.notNull(targets, "targets");
        Check.notNull(sampleWeights, "sampleWeights");
    }

    /** Inputs only, to predict. See {@link Dataset#of(Object, Object, Object)} for what may be given. */
    public static Batch of(Object x) {
        return new Batch(Forms.each(x, "x"), Optional.empty(), Optional.empty());
    }

    /** Inputs and targets. See {@link Dataset#of(Object, Object, Object)} for what may be given. */
    public static Batch of(Object x, Object y) {
        return new Batch(Forms.each(x, "x"), Optional.of(Forms.each(y, "y")), Optional.empty());
    }

    /** Inputs, targets and how much each sample counts. See {@link Dataset#of(Object, Object, Object)}. */
    public static Batch of(Object x, Object y, Object sampleWeight) {
        return new Batch(
                Forms.each(x, "x"),
                Optional.of(Forms.each(y, "y")),
                Optional.of(Forms.each(sampleWeight, "sampleWeight")));
    }

    @Override
    public String toString() {
        return "Batch of x" + (targets.isPresent() ? ", y" : "") + (sampleWeights.isPresent() ? ", sampleWeight" : "");
    }
}
