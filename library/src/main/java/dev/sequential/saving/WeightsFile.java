package dev.sequential.saving;

import dev.sequential.Model;
import dev.sequential.Weight;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Variable;
import dev.sequential.optimizers.OptimizerState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The content of a {@code .weights.h5} file: a model's weights and its optimizer's memory. */
final class WeightsFile {
    private WeightsFile() {}

    static Folder of(Model model, Optional<OptimizerState> optimizer) {
        Folder folder = new Folder();
        WeightPaths paths = WeightPaths.of(model);
        paths.groups().forEach((path, weights) -> {
            Folder vars = folder.folder(path);
            vars.attribute("name", paths.owner(path));
            int at = 0;
            for (Weight weight : weights)
                vars.put(String.valueOf(at++), weight.variable().values());
        });
        optimizer.ifPresent(state -> {
            Folder vars = folder.folder("optimizer/vars");
            int at = 0;
            for (INDArray value : OptimizerLayout.write(state, variables(model))) vars.put(String.valueOf(at++), value);
        });
        return folder;
    }

    /** The values of each of the model's weights; number and shapes are checked, nothing is changed. */
    static Map<Variable, INDArray> weights(Folder folder, Model model) {
        Map<Variable, INDArray> values = new LinkedHashMap<>();
        WeightPaths paths = WeightPaths.of(model);
        paths.groups().forEach((path, weights) -> {
            List<INDArray> arrays = folder.find(path).map(Folder::numbered).orElse(List.of());
            collect(paths.owner(path), weights, arrays, values);
        });
        return values;
    }

    /** Pairs a layer's weights with arrays. */
    static void collect(String layer, List<Weight> weights, List<INDArray> arrays, Map<Variable, INDArray> to) {
        Check.that(
                arrays.size() == weights.size(),
                "Layer \"%s\" has %d weights, but the file has %d for it",
                layer,
                weights.size(),
                arrays.size());
        for (int i = 0; i < weights.size(); i++) {
            Variable variable = weights.get(i).variable();
            Shape given = Shape.of(arrays.get(i).shape());
            Check.that(
                    variable.accepts(given),
                    "Weight \"%s\" of layer \"%s\" has shape %s, but in the file it is %s",
                    weights.get(i).name(),
                    layer,
                    variable.type().shape(),
                    given);
            to.put(variable, arrays.get(i));
        }
    }

    /** The optimizer's numbers, if the file has them. */
    static List<INDArray> optimizer(Folder folder) {
        return folder.find("optimizer/vars").map(Folder::numbered).orElse(List.of());
    }

    /** The variables an optimizer updates, in Keras's order. */
    static List<Variable> variables(Model model) {
        List<Variable> all = new ArrayList<>();
        model.trainableWeights().forEach(w -> all.add(w.variable()));
        return all;
    }
}
