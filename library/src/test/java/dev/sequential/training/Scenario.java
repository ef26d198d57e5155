package dev.sequential.training;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.FitBuilder;
import dev.sequential.Model;
import dev.sequential.callbacks.Callback;
import dev.sequential.callbacks.EarlyStopping;
import dev.sequential.callbacks.LearningRateScheduler;
import dev.sequential.callbacks.Mode;
import dev.sequential.callbacks.ReduceLROnPlateau;
import dev.sequential.data.Each;
import dev.sequential.data.Sequence;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Translates the arguments of a golden training into calls. */
record Scenario(Model model, JsonNode data) {
    /** Compiles with names and configurations as they stand in the file. */
    void compile(JsonNode args) {
        Map<String, Object> given = new ObjectMapper().convertValue(args, new TypeReference<>() {});
        model.compile(c -> {
            // Keras 3 sees from the weights what Keras 2 wants to be told.
            if (hasWeightsOfTimeSteps()) c.sampleWeightMode("temporal");
            give(given.get("optimizer"), c::optimizer, null, c::optimizer);
            give(given.get("loss"), c::loss, c::loss, c::loss);
            give(given.get("metrics"), null, c::metrics, c::metrics);
            give(given.get("weighted_metrics"), null, c::weightedMetrics, c::weightedMetrics);
            give(given.get("loss_weights"), null, w -> c.lossWeights(numbers(w)), w -> c.lossWeights(numbers(w)));
        });
    }

    private boolean hasWeightsOfTimeSteps() {
        return data.has("wt");
    }

    /** Passes on a name, a list, or a map: entries by outputs or one configuration. */
    @SuppressWarnings("unchecked")
    private static void give(
            Object given, Consumer<String> name, Consumer<List<?>> list, Consumer<Map<String, ?>> map) {
        if (given instanceof String text) name.accept(text);
        if (given instanceof List<?> several) list.accept(several);
        if (given instanceof Map<?, ?> entries) map.accept((Map<String, ?>) entries);
    }

    @SuppressWarnings("unchecked")
    private static List<Double> numbers(List<?> values) {
        return (List<Double>) values;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Double> numbers(Map<String, ?> values) {
        return (Map<String, Double>) values;
    }

    private static <T> Map<String, T> entries(JsonNode object, Function<JsonNode, T> item) {
        Map<String, T> entries = new LinkedHashMap<>();
        for (Iterator<String> keys = object.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            entries.put(key, item.apply(object.get(key)));
        }
        return entries;
    }

    /** Inputs, and targets and weights where given. */
    Dataset dataset(JsonNode x, JsonNode y, JsonNode weights) {
        if (x.path("kind").isTextual()) return feed(x);
        return new Batch(each(x).orElseThrow(), each(y), each(weights));
    }

    /** A generator that goes round and round, or a sequence. */
    private Dataset feed(JsonNode json) {
        List<Batch> batches = new ArrayList<>();
        for (JsonNode b : json.get("batches")) {
            batches.add(new Batch(each(b.get(0)).orElseThrow(), each(b.get(1)), each(b.get(2))));
        }
        if (json.get("kind").asText().equals("generator")) {
            int[] at = {0};
            return Dataset.generator(() -> batches.get(at[0]++ % batches.size()));
        }
        return Dataset.sequence(new Sequence() {
            @Override
            public int length() {
                return batches.size();
            }

            @Override
            public Batch get(int index) {
                return batches.get(index);
            }
        });
    }

    private Optional<Each<INDArray>> each(JsonNode given) {
        if (given == null || given.isNull() || given.isMissingNode()) return Optional.empty();
        if (given.isTextual()) return Optional.of(new Each.All<>(array(given.asText())));
        if (given.isObject()) return Optional.of(new Each.Named<>(entries(given, v -> array(v.asText()))));
        List<INDArray> arrays = new ArrayList<>();
        given.forEach(v -> arrays.add(array(v.asText())));
        return Optional.of(new Each.Ordered<>(arrays));
    }

    /** {@code $x}, or {@code $x[2:5]} for some rows. */
    private INDArray array(String reference) {
        String[] parts = reference.substring(1).split("[\\[:\\]]");
        INDArray all = KerasModels.array(data.get(parts[0]));
        return parts.length == 1
                ? all
                : all.get(NDArrayIndex.interval(Long.parseLong(parts[1]), Long.parseLong(parts[2])));
    }

    void fit(JsonNode args, FitBuilder f) {
        f.verbose(0);
        if (args.has("batch_size")) f.batchSize(args.get("batch_size").asInt());
        if (args.has("epochs")) f.epochs(args.get("epochs").asInt());
        if (args.has("initial_epoch")) f.initialEpoch(args.get("initial_epoch").asInt());
        if (args.has("shuffle")) f.shuffle(args.get("shuffle").asBoolean());
        if (args.has("steps_per_epoch"))
            f.stepsPerEpoch(args.get("steps_per_epoch").asInt());
        if (args.has("validation_split"))
            f.validationSplit(args.get("validation_split").asDouble());
        if (args.has("validation_batch_size"))
            f.validationBatchSize(args.get("validation_batch_size").asInt());
        if (args.has("validation_steps"))
            f.validationSteps(args.get("validation_steps").asInt());
        if (args.has("class_weight")) f.classWeight(classWeight(args.get("class_weight")));
        if (args.has("validation_data")) {
            JsonNode v = args.get("validation_data");
            f.validationData(v.isObject() ? feed(v) : dataset(v.get(0), v.get(1), v.get(2)));
        }
        JsonNode frequency = args.path("validation_freq");
        if (frequency.isInt()) f.validationFreq(frequency.asInt());
        if (frequency.isArray()) {
            List<Integer> epochs = new ArrayList<>();
            frequency.forEach(e -> epochs.add(e.asInt()));
            f.validationFreq(epochs);
        }
        List<Callback> callbacks = new ArrayList<>();
        args.path("callbacks").forEach(c -> callbacks.add(callback(c)));
        f.callbacks(callbacks);
    }

    static Map<Integer, Double> classWeight(JsonNode json) {
        Map<Integer, Double> weights = new LinkedHashMap<>();
        entries(json, JsonNode::asDouble).forEach((label, weight) -> weights.put(Integer.valueOf(label), weight));
        return weights;
    }

    private static Callback callback(JsonNode json) {
        JsonNode c = json.get("config");
        return switch (json.get("class_name").asText()) {
            case "EarlyStopping" ->
                EarlyStopping.of(e -> e.monitor(c.get("monitor").asText())
                        .patience(c.get("patience").asInt())
                        .minDelta(c.path("min_delta").asDouble(0))
                        .mode(c.path("mode").asText().equals("min") ? Mode.MIN : Mode.AUTO)
                        .startFromEpoch(c.path("start_from_epoch").asInt(0))
                        .restoreBestWeights(c.path("restore_best_weights").asBoolean(false)));
            case "ReduceLROnPlateau" ->
                ReduceLROnPlateau.of(r -> r.monitor(c.get("monitor").asText())
                        .factor(c.get("factor").asDouble())
                        .patience(c.get("patience").asInt())
                        .cooldown(c.get("cooldown").asInt())
                        .minLr(c.get("min_lr").asDouble()));
            case "LearningRateScheduler" ->
                LearningRateScheduler.of(
                        (epoch, rate) -> c.get("schedule").get(epoch).asDouble());
            default -> throw new AssertionError("unknown callback " + json);
        };
    }
}
