package dev.sequential;

import dev.sequential.data.Each;
import dev.sequential.engine.Check;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a model is trained on, tested on or asked about: inputs, perhaps targets, perhaps sample weights. Axis 0 of every
 * array is the sample.
 *
 * <pre>{@code
 * model.fit(Dataset.of(x, y));
 * model.fit(Dataset.of(List.of(text, image), List.of(label)));             // in the order of the model's inputs
 * model.fit(Dataset.of(Map.of("text", text, "image", image), Map.of("label", label)));
 * }</pre>
 */
public sealed interface Dataset {
    /**
     * Arrays in memory, which are never changed.
     *
     * @param inputs for the model's inputs
     * @param targets for its outputs
     * @param sampleWeights how much each sample counts, for its outputs
     */
    record Arrays(Each<INDArray> inputs, Optional<Each<INDArray>> targets, Optional<Each<INDArray>> sampleWeights)
            implements Dataset {
        public Arrays {
            Check.notNull(inputs, "inputs");
            Check.notNull(targets, "targets");
            Check.notNull(sampleWeights, "sampleWeights");
        }

        @Override
        public String toString() {
            return "Dataset of arrays";
        }
    }

    /** Inputs only, to predict. */
    static Dataset of(INDArray x) {
        return new Arrays(all(x, "x"), Optional.empty(), Optional.empty());
    }

    /** Inputs and targets of a model with one input and one output. */
    static Dataset of(INDArray x, INDArray y) {
        return new Arrays(all(x, "x"), Optional.of(all(y, "y")), Optional.empty());
    }

    /** Inputs, targets and how much each sample counts. */
    static Dataset of(INDArray x, INDArray y, INDArray sampleWeight) {
        return new Arrays(all(x, "x"), Optional.of(all(y, "y")), Optional.of(all(sampleWeight, "sampleWeight")));
    }

    /** Inputs only, in the order of the model's inputs. */
    static Dataset of(List<INDArray> x) {
        return new Arrays(new Each.Ordered<>(x), Optional.empty(), Optional.empty());
    }

    /** Inputs and targets in the order of the model's inputs and outputs. */
    static Dataset of(List<INDArray> x, List<INDArray> y) {
        return new Arrays(new Each.Ordered<>(x), Optional.of(new Each.Ordered<>(y)), Optional.empty());
    }

    /** Inputs, targets and weights in the order of the model's inputs and outputs. */
    static Dataset of(List<INDArray> x, List<INDArray> y, List<INDArray> sampleWeight) {
        return new Arrays(
                new Each.Ordered<>(x),
                Optional.of(new Each.Ordered<>(y)),
                Optional.of(new Each.Ordered<>(sampleWeight)));
    }

    /** Inputs only, by the names of the model's inputs. */
    static Dataset of(Map<String, INDArray> x) {
        return new Arrays(new Each.Named<>(x), Optional.empty(), Optional.empty());
    }

    /** Inputs and targets by the names of the model's inputs and outputs. */
    static Dataset of(Map<String, INDArray> x, Map<String, INDArray> y) {
        return new Arrays(new Each.Named<>(x), Optional.of(new Each.Named<>(y)), Optional.empty());
    }

    /** Inputs, targets and weights by the names of the model's inputs and outputs. */
    static Dataset of(Map<String, INDArray> x, Map<String, INDArray> y, Map<String, INDArray> sampleWeight) {
        return new Arrays(
                new Each.Named<>(x), Optional.of(new Each.Named<>(y)), Optional.of(new Each.Named<>(sampleWeight)));
    }

    private static Each<INDArray> all(INDArray array, String argument) {
        return new Each.All<>(Check.notNull(array, argument));
    }
}
