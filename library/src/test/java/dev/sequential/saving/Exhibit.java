package dev.sequential.saving;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sequential.Dataset;
import dev.sequential.History;
import dev.sequential.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A model and data for it, to be shown to Keras.
 *
 * @param name also of its files
 * @param x one array for each input
 * @param y one array for each output; none if the model is not to be trained
 */
record Exhibit(String name, Model model, List<INDArray> x, List<INDArray> y) {
    /** As {@code both_ways.py} trains. */
    private static final int EPOCHS = 2;

    private static final int BATCH = 2;

    List<INDArray> predictions() {
        return model.predictAll(Dataset.of(x), p -> p.batchSize(BATCH));
    }

    Map<String, List<Double>> train() {
        History history = model.fit(
                Dataset.of(x, y),
                f -> f.epochs(EPOCHS).batchSize(BATCH).shuffle(false).verbose(0));
        return history.history();
    }

    /** Files of every format, and the data beside them. */
    void save(Path folder) throws IOException {
        model.save(folder.resolve(name + ".keras"));
        model.save(folder.resolve(name + ".h5"));
        model.saveWeights(folder.resolve(name + ".weights.h5"));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("x", json(x));
        json.set("y", json(y));
        Files.writeString(folder.resolve(name + ".json"), json.toString());
    }

    private static ArrayNode json(List<INDArray> arrays) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (INDArray array : arrays) {
            ObjectNode json = all.addObject();
            json.put("dtype", array.dataType() == DataType.INT ? "int32" : "float32");
            ArrayNode shape = json.putArray("shape");
            for (long dim : array.shape()) shape.add(dim);
            ArrayNode data = json.putArray("data");
            for (double value : array.ravel().toDoubleVector()) {
                if (array.dataType() == DataType.INT) data.add((long) value);
                else data.add(value);
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return name;
    }
}
