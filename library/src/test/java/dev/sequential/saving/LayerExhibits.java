package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.Input;
import dev.sequential.LayerSpec;
import dev.sequential.Model;
import dev.sequential.engine.DType;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Identity;
import dev.sequential.unit.Golden;
import dev.sequential.unit.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Every layer in configurations of the golden cases. Many share a model, each between inputs and an output of its
 * own, because Keras compiles few models faster than many; the name of an output tells which layer it is.
 */
final class LayerExhibits {
    private static final int LAYERS_A_MODEL = 16;
    private static final int ROWS = 4;

    /** Layers that need another layer around them, or that Keras has on TensorFlow alone. */
    private static final Set<String> NOT_ALONE = Set.of(
            "SimpleRNNCell",
            "LSTMCell",
            "GRUCell",
            "StringLookup",
            "IntegerLookup",
            "TextVectorization",
            "HashedCrossing",
            "Hashing");

    private final SplittableRandom random = new SplittableRandom(1);
    private final List<Tensor> inputs = new ArrayList<>();
    private final List<Tensor> outputs = new ArrayList<>();
    private final List<INDArray> x = new ArrayList<>();

    private LayerExhibits() {}

    static List<Exhibit> all() {
        List<Exhibit> all = new ArrayList<>();
        Map<Boolean, List<Golden.Case>> byTraining = new LinkedHashMap<>();
        cases().forEach(c ->
                byTraining.computeIfAbsent(isTrained(c), t -> new ArrayList<>()).add(c));
        byTraining.forEach((trained, cases) -> {
            for (int from = 0; from < cases.size(); from += LAYERS_A_MODEL) {
                List<Golden.Case> some = cases.subList(from, Math.min(from + LAYERS_A_MODEL, cases.size()));
                String name = "layers_" + some.get(0).name();
                all.add(new LayerExhibits().exhibit(name, some, trained));
            }
        });
        return all;
    }

    /**
     * For each layer the first and the last case that call it with nothing but its inputs: the defaults, and most options.
     * Keras on JAX carries no states from batch to batch.
     */
    private static List<Golden.Case> cases() {
        Map<String, List<Golden.Case>> byLayer = new LinkedHashMap<>();
        Golden.cases("layers").stream()
                .filter(c -> !NOT_ALONE.contains(c.className()) && isKnown(c))
                .filter(c -> c.json().at("/call/kwargs").isEmpty())
                .filter(c -> !c.config().at("/config/stateful").asBoolean())
                .forEach(c -> byLayer.computeIfAbsent(c.className(), l -> new ArrayList<>())
                        .add(c));
        return byLayer.values().stream()
                .flatMap(all -> Stream.of(all.get(0), all.get(all.size() - 1)).distinct())
                .toList();
    }

    private static boolean isKnown(Golden.Case golden) {
        return StandardTypes.all().stream().anyMatch(e -> e.className().equals(golden.className()));
    }

    /** Whether a training does the same everywhere: without dice, and to numbers that have a slope. */
    private static boolean isTrained(Golden.Case golden) {
        JsonNode call = golden.json().get("calls").get(0);
        boolean slope = call.has("dy");
        boolean dice = isRandom(golden.config());
        return slope && !dice;
    }

    private static boolean isRandom(JsonNode config) {
        String layer = config.path("class_name").asText();
        if (layer.startsWith("Gaussian") || layer.contains("Dropout") || layer.startsWith("Random")) return true;
        for (String key : List.of("dropout", "recurrent_dropout")) {
            if (config.at("/config/" + key).asDouble() > 0) return true;
        }
        JsonNode inner = config.at("/config/layer");
        return inner.isObject() && isRandom(inner);
    }

    private Exhibit exhibit(String name, List<Golden.Case> cases, boolean trained) {
        cases.forEach(c -> branch(c, trained));
        Model model = Model.of(name, inputs, outputs);
        List<INDArray> y = trained ? outputs.stream().map(this::target).toList() : List.of();
        if (trained) model.compile(c -> c.optimizer("sgd").loss("mse"));
        Exhibit exhibit = new Exhibit(name, model, x, y);
        if (trained) exhibit.train();
        return exhibit;
    }

    private void branch(Golden.Case golden, boolean trained) {
        List<Tensor> own = new ArrayList<>();
        for (JsonNode given : golden.json().get("calls").get(0).get("inputs")) {
            Values values = Values.of(given);
            String name = golden.name() + "_in_" + own.size();
            Shape sample = values.shape().slice(1, values.shape().rank());
            Tensor input = new Input(sample, values.dtype()).name(name).tensor();
            inputs.add(input);
            x.add(rows(values, sample));
            boolean learns = trained && sample.rank() > 0 && values.dtype() == DType.FLOAT32;
            own.add(learns ? before(input, name) : input);
        }
        LayerSpec spec = KerasConfig.standard().read(golden.config(), LayerSpec.class);
        List<Tensor> results = spec.named(golden.name()).applyAll(own.toArray(Tensor[]::new));
        outputs.add(results.get(0));
        // Keras names losses after layers, so further results get layers of their own.
        for (int i = 1; i < results.size(); i++) {
            outputs.add(Identity.of().named(golden.name() + "_out_" + i).apply(results.get(i)));
        }
    }

    /** A layer that learns only if gradients come through the next one. Without bias it leaves zeros, which may be masked. */
    private static Tensor before(Tensor input, String name) {
        int features = (int) input.shape().dim(-1);
        return Dense.of(features, d -> d.useBias(false)).named(name + "_before").apply(input);
    }

    /** The rows again and again until there are enough. */
    private static INDArray rows(Values some, Shape sample) {
        int row = (int) sample.size();
        double[] data = new double[ROWS * row];
        for (int i = 0; i < data.length; i++) data[i] = some.data()[i % some.data().length];
        return new Values(some.dtype(), Shape.of(ROWS).and(sample), data).array();
    }

    private INDArray target(Tensor output) {
        long[] shape = output.shape().dims().clone();
        shape[0] = ROWS;
        INDArray target = Nd4j.create(shape);
        for (long i = 0; i < target.length(); i++) target.putScalar(i, random.nextDouble(-1, 1));
        return target;
    }
}
