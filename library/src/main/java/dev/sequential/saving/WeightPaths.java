package dev.sequential.saving;

import dev.sequential.Layer;
import dev.sequential.Model;
import dev.sequential.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where Keras keeps each weight in a {@code .weights.h5} file: {@code layers/dense_1/vars/0}. The folder of a layer is
 * not its name but its class with a number, counted over all layers of one model.
 */
final class WeightPaths {
    private final Map<String, List<Weight>> groups = new LinkedHashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Set<Layer> seen = new HashSet<>();

    private WeightPaths() {}

    /** The folders of a model's weights, each with its weights in order. */
    static WeightPaths of(Model model) {
        WeightPaths paths = new WeightPaths();
        paths.add(model, "");
        return paths;
    }

    /** Weights by their folder, such as {@code layers/dense/vars}. */
    Map<String, List<Weight>> groups() {
        return groups;
    }

    /** Name of the layer whose weights are in this folder. */
    String owner(String folder) {
        return owners.get(folder);
    }

    private void add(Model model, String path) {
        Map<String, Integer> counts = new HashMap<>();
        for (Layer layer : model.layers()) {
            String key = KerasNames.className(layer.typeName());
            int count = counts.merge(key, 1, Integer::sum);
            add(layer, path + "layers/" + (count == 1 ? key : key + "_" + (count - 1)) + "/");
        }
    }

    /** Keras lists the kernel that SpectralNormalization normalizes twice: among its own weights and the inner layer's. */
    private static List<Weight> withKernel(Layer layer, String prefix, List<Weight> weights) {
        if (!layer.typeName().equals("SpectralNormalization") || prefix.isEmpty()) return weights;
        List<Weight> all = new ArrayList<>(weights);
        all.add(0, layer.weightGroups().get("").get(0));
        return all;
    }

    private void add(Layer layer, String path) {
        if (!seen.add(layer)) return;
        if (layer.spec() instanceof Model model) {
            add(model, path);
            return;
        }
        layer.weightGroups().forEach((prefix, weights) -> {
            String folder = path + KerasNames.folder(layer.typeName(), prefix) + "vars";
            if (!weights.isEmpty()) groups.put(folder, withKernel(layer, prefix, weights));
            owners.put(folder, layer.name());
        });
        layer.children().forEach((child, name) -> add(child, path + name + "/"));
    }
}
