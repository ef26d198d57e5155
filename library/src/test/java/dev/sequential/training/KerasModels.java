package dev.sequential.training;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.Model;
import dev.sequential.unit.Values;
import java.util.stream.StreamSupport;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Makes models and arrays of what golden files hold. */
final class KerasModels {
    private KerasModels() {}

    /** A model with the weights that the golden file lists in Keras's order. */
    static Model read(JsonNode json, JsonNode weights) {
        Model model = Model.fromJson(json.toString());
        model.setWeights(StreamSupport.stream(weights.spliterator(), false)
                .map(w -> array(w.get("value")))
                .toList());
        return model;
    }

    static INDArray array(JsonNode json) {
        return Values.of(json).array();
    }
}
