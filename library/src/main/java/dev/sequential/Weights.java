package dev.sequential;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Variable;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies a list of weights, or replaces it by given values, all or none. */
final class Weights {
    private Weights() {}

    static List<INDArray> copies(List<Weight> weights) {
        return weights.stream().map(w -> w.variable().copy()).toList();
    }

    static void set(List<Weight> weights, List<INDArray> values, String owner) {
        Check.that(
                weights.size() == values.size(),
                "%s has %d weights, but setWeights received %d arrays",
                owner,
                weights.size(),
                values.size());
        for (int i = 0; i < values.size(); i++) {
            Variable variable = weights.get(i).variable();
            Shape given = Shape.of(values.get(i).shape());
            Check.that(
                    variable.accepts(given),
                    "Weight \"%s\" of %s expects shape %s, but received %s",
                    weights.get(i).name(),
                    owner,
                    variable.type().shape(),
                    given);
        }
        for (int i = 0; i < values.size(); i++) weights.get(i).variable().assign(values.get(i));
    }
}
