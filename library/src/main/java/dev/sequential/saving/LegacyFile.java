package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sequential.Layer;
import dev.sequential.Model;
import dev.sequential.Weight;
import dev.sequential.engine.Check;
import dev.sequential.engine.Loading;
import dev.sequential.engine.Variable;
import dev.sequential.optimizers.OptimizerState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The older whole-model format: one HDF5 file with the configuration as attributes. */
final class LegacyFile {
    /** HDF5 keeps attributes in a header of 64 KB, so Keras splits longer lists. */
    private static final int MAX_ATTRIBUTE = 64_512;

    private LegacyFile() {}

    static void write(Model model, KerasConfig table, Path to) {
        Folder root = new Folder();
        root.attribute("keras_version", "3.15.1");
        root.attribute("backend", "jax");
        ObjectNode config = new GraphWriter(table).write(model);
        String text = LegacyConfig.old(config).toString();
        Check.that(
                text.getBytes(StandardCharsets.UTF_8).length <= MAX_ATTRIBUTE,
                "The configuration of model \"%s\" is too long for a .h5 file. Save it as .keras.",
                model.name());
        root.attribute("model_config", text);
        model.compilation().ifPresent(c -> {
            ObjectNode compile = new CompileConfig(table).write(c);
            compile.set("optimizer_config", LegacyConfig.bare((ObjectNode) compile.remove("optimizer")));
            root.attribute("training_config", LegacyConfig.names(compile).toString());
        });
        weights(model, root.folder("model_weights"));
        model.optimizerState().ifPresent(state -> optimizer(state, model, root.folder("optimizer_weights")));
        Hdf5.write(root, to);
    }

    private static void weights(Model model, Folder to) {
        to.attribute("backend", "jax");
        to.attribute("keras_version", "3.15.1");
        List<String> names = new ArrayList<>();
        for (Layer layer : model.layers()) {
            names.add(layer.name());
            Folder folder = to.folder(layer.name());
            List<String> own = new ArrayList<>();
            for (Weight weight : ordered(layer)) {
                String name = unique(layer.name() + "/" + weight.name(), own);
                own.add(name);
                int cut = name.lastIndexOf('/');
                folder.folder(name.substring(0, cut))
                        .put(name.substring(cut + 1), weight.variable().values());
            }
            texts(folder, "weight_names", own);
        }
        texts(to, "layer_names", names);
        to.folder("top_level_model_weights");
    }

    private static String unique(String name, List<String> taken) {
        String free = name;
        for (int i = 1; taken.contains(free); i++) free = name + "_" + i;
        return free;
    }

    /** Trained weights first, then the others, over everything inside a layer. */
    private static List<Weight> ordered(Layer layer) {
        List<Weight> all = layer.weights();
        List<Weight> trained = layer.trainableWeights();
        return Stream.concat(trained.stream(), all.stream().filter(w -> !trained.contains(w)))
                .toList();
    }

    private static void optimizer(OptimizerState state, Model model, Folder to) {
        List<String> names = new ArrayList<>();
        List<INDArray> values = OptimizerLayout.write(state, WeightsFile.variables(model));
        for (int i = 0; i < values.size(); i++) {
            names.add("optimizer/" + i);
            to.folder("optimizer").put(String.valueOf(i), values.get(i));
        }
        texts(to, "weight_names", names);
    }

    /** A list of texts, in numbered pieces if it is too long for one attribute. */
    private static void texts(Folder to, String name, List<String> texts) {
        int longest = texts.stream()
                .mapToInt(t -> t.getBytes(StandardCharsets.UTF_8).length)
                .max()
                .orElse(1);
        int piece = Math.max(1, MAX_ATTRIBUTE / (longest + 1));
        if (texts.size() <= piece) {
            to.attribute(name, texts);
            return;
        }
        for (int i = 0; i * piece < texts.size(); i++) {
            to.attribute(name + i, texts.subList(i * piece, Math.min(texts.size(), (i + 1) * piece)));
        }
    }

    static Model read(Path file, KerasConfig table) throws IOException {
        Folder root = Hdf5.read(file);
        return Loading.within(Files.size(file), () -> model(root, table));
    }

    private static Model model(Folder root, KerasConfig table) {
        String config = root.text("model_config")
                .orElseThrow(() -> new IllegalArgumentException(
                        "it has no model_config, so it holds weights alone: make the model and use loadWeights"));
        JsonNode json = Keras2Config.modern(ModelFiles.parse(config));
        Model model = new GraphReader(table).read(json);
        weights(root, model).forEach((variable, value) -> variable.assign(value));
        if (root.text("training_config").isPresent()) {
            JsonNode compile = Keras2Config.modern(
                    ModelFiles.parse(root.text("training_config").get()));
            Check.that(compile.isObject(), "its training_config is not an object");
            ((ObjectNode) compile).set("optimizer", compile.path("optimizer_config"));
            Restoring.compile(model, compile, (state, weights) -> optimizer(root, state, weights), table);
        }
        return model;
    }

    private static List<INDArray> optimizer(Folder root, OptimizerState state, List<Variable> weights) {
        Folder folder = root.find("optimizer_weights").orElse(new Folder());
        List<String> names = folder.texts("weight_names");
        List<INDArray> values = arrays(folder, names);
        return Keras2Optimizer.wrote(names) ? Keras2Optimizer.modern(values, state, weights) : values;
    }

    /** The values of each of the model's weights. Layers and weights go by their order; their names may differ. */
    static Map<Variable, INDArray> weights(Folder root, Model model) {
        Folder folder = root.find("model_weights").orElse(root);
        List<List<INDArray>> given = new ArrayList<>();
        for (String name : folder.texts("layer_names")) {
            Folder layer = folder.find(name)
                    .orElseThrow(() -> new IllegalArgumentException("it has no weights of its layer \"" + name + "\""));
            List<INDArray> arrays = arrays(layer, layer.texts("weight_names"));
            if (!arrays.isEmpty()) given.add(arrays);
        }
        List<Layer> layers =
                model.layers().stream().filter(l -> !l.weights().isEmpty()).toList();
        Check.that(
                layers.size() == given.size(),
                "the model has %d layers with weights, the file %d",
                layers.size(),
                given.size());
        Map<Variable, INDArray> values = new LinkedHashMap<>();
        for (int i = 0; i < layers.size(); i++) {
            WeightsFile.collect(layers.get(i).name(), ordered(layers.get(i)), given.get(i), values);
        }
        return values;
    }

    private static List<INDArray> arrays(Folder folder, List<String> names) {
        List<INDArray> all = new ArrayList<>();
        for (String name : names) {
            int cut = name.lastIndexOf('/');
            INDArray array = (cut < 0 ? Optional.of(folder) : folder.find(name.substring(0, cut)))
                    .map(f -> f.arrays().get(name.substring(cut + 1)))
                    .orElse(null);
            Check.that(array != null, "it names the weight \"%s\", but does not hold it", name);
            all.add(array);
        }
        return all;
    }
}
