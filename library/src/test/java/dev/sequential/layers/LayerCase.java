package dev.sequential.layers;

import static dev.sequential.unit.ArrayAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.Layer;
import dev.sequential.LayerSpec;
import dev.sequential.Trace;
import dev.sequential.Weight;
import dev.sequential.engine.DType;
import dev.sequential.engine.Gradients;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Variable;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Golden;
import dev.sequential.unit.Masks;
import dev.sequential.unit.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Calls a layer as a golden case says and compares results, masks, gradients, penalties and states. */
final class LayerCase {
    private final Golden.Case golden;
    private final String backend;
    private final Layer layer;
    private final JsonNode kwargs;
    private boolean weighted;

    LayerCase(Golden.Case golden, String backend, LayerSpec spec) {
        this.golden = golden;
        this.backend = backend;
        this.kwargs = golden.json().at("/call/kwargs");
        this.layer = Layer.of(options(spec));
        layer.setTrainable(golden.config().at("/config/trainable").asBoolean(true));
    }

    static List<JsonNode> list(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    /** Options that Keras takes at a call. */
    private LayerSpec options(LayerSpec spec) {
        boolean causal = kwargs.path("use_causal_mask").asBoolean();
        boolean scores = kwargs.path("return_attention_scores").asBoolean();
        if (spec instanceof ReversibleEmbedding e && kwargs.path("reverse").asBoolean()) return e.reversed();
        if (spec instanceof Attention a) {
            return AttentionBuilder.builder(a)
                    .useCausalMask(causal)
                    .returnAttentionScores(scores)
                    .build();
        }
        if (spec instanceof MultiHeadAttention m) {
            return MultiHeadAttentionBuilder.builder(m)
                    .useCausalMask(causal)
                    .returnAttentionScores(scores)
                    .build();
        }
        if (spec instanceof GroupQueryAttention g) {
            return GroupQueryAttentionBuilder.builder(g)
                    .useCausalMask(causal)
                    .returnAttentionScores(scores)
                    .build();
        }
        return spec;
    }

    void run() {
        for (JsonNode call : golden.json().get("calls")) check(call);
    }

    private void check(JsonNode call) {
        List<Values> given = new ArrayList<>(
                list(call.get("inputs")).stream().map(Values::of).toList());
        int inputs = given.size();
        boolean differentiated = call.has("dy");
        if (differentiated) list(call.get("dy")).forEach(dy -> given.add(Values.of(dy)));
        List<Tensor> placeholders = given.stream()
                .map(v -> Tensor.of(new Placeholder("x", v.type())))
                .toList();
        List<Tensor> all = placeholders.subList(0, inputs);
        layer.resetStates(); // Keras on JAX carries no state on: all recorded values begin with zeros
        Trace trace = new Trace(golden.json().at("/call/training").asBoolean());
        List<Tensor> x = arguments(all);
        masks(all).forEach((i, mask) -> Masks.give(trace, x.get(i), mask));
        layer.resetStates(); // Keras on JAX carries no state from call to call
        List<Tensor> outputs = trace.call(layer, x);
        if (!weighted) setWeights();
        weighted = true;

        List<String> names = new ArrayList<>();
        List<Tensor> results = new ArrayList<>();
        List<JsonNode> expected = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            names.add("output " + i);
            results.add(outputs.get(i));
            expected.add(call.get("outputs").get(i));
        }
        if (call.hasNonNull("output_mask")) {
            names.add("mask");
            results.add(trace.mask(outputs.get(0)));
            expected.add(call.get("output_mask"));
        }
        if (differentiated) {
            List<Tensor> targets = new ArrayList<>(all);
            for (Weight w : layer.weights()) targets.add(trace.read(w.variable()));
            List<JsonNode> slopes = new ArrayList<>(list(call.get("input_gradients")));
            slopes.addAll(list(call.get("weight_gradients")));
            assertThat(slopes).hasSameSizeAs(targets);
            List<Tensor> gradients = Gradients.of(weightedSum(outputs, placeholders, inputs), targets);
            for (int i = 0; i < targets.size(); i++) {
                if (slopes.get(i).isNull()) continue;
                names.add("gradient " + i);
                results.add(gradients.get(i) == null ? targets.get(i).zerosLike() : gradients.get(i));
                expected.add(slopes.get(i));
            }
        }
        results.add(penalties(trace));
        Map<Variable, Tensor> updates = new LinkedHashMap<>(trace.updates());
        updates.putAll(trace.carried());
        List<Values> values = Compute.run(backend, placeholders, given, results, updates);
        for (int i = 0; i < names.size(); i++) {
            assertClose(names.get(i), values.get(i), Values.of(expected.get(i)), golden.tolerance());
        }
        Values penalty = values.get(names.size());
        assertClose("penalties", penalty, Values.of(Shape.scalar(), losses(call)), golden.tolerance());
        if (call.has("non_trainable_weights_after")) checkStates(call.get("non_trainable_weights_after"));
    }

    /** The positional arguments, then further tensors a layer takes. */
    private List<Tensor> arguments(List<Tensor> all) {
        List<Tensor> x = new ArrayList<>();
        place(golden.json().at("/call/args"), all, x);
        place(kwargs.path("initial_state"), all, x);
        if (kwargs.has("count_weights")) x.add(input(all, "/count_weights/input"));
        if (kwargs.has("attention_mask")) {
            if (x.size() == 2) x.add(x.get(1));
            x.add(input(all, "/attention_mask/input").cast(DType.FLOAT32));
        }
        return x;
    }

    private static void place(JsonNode argument, List<Tensor> all, List<Tensor> into) {
        if (argument.isInt()) into.add(all.get(argument.asInt()));
        else if (argument.has("input")) into.add(all.get(argument.get("input").asInt()));
        else argument.forEach(a -> place(a, all, into));
    }

    private Map<Integer, Tensor> masks(List<Tensor> all) {
        Map<Integer, Tensor> masks = new LinkedHashMap<>();
        if (kwargs.at("/mask/input").isNumber()) masks.put(0, input(all, "/mask/input"));
        for (int i = 0; i < kwargs.path("mask").size() && kwargs.get("mask").isArray(); i++) {
            if (!kwargs.get("mask").get(i).isNull()) masks.put(i, input(all, "/mask/" + i + "/input"));
        }
        boolean overwritten = golden.className().equals("MultiHeadAttention"); // with the mask that the query has
        if (kwargs.has("query_mask") && !overwritten) masks.put(0, input(all, "/query_mask/input"));
        if (kwargs.has("value_mask")) masks.put(1, input(all, "/value_mask/input"));
        masks.replaceAll((i, mask) -> mask.cast(DType.FLOAT32));
        return masks;
    }

    private Tensor input(List<Tensor> all, String at) {
        return all.get(kwargs.at(at).asInt());
    }

    private static Tensor weightedSum(List<Tensor> outputs, List<Tensor> placeholders, int from) {
        return IntStream.range(0, outputs.size())
                .mapToObj(i -> outputs.get(i).times(placeholders.get(from + i)).sum())
                .reduce(Tensor::plus)
                .orElseThrow();
    }

    private void setWeights() {
        List<JsonNode> weights = list(golden.json().get("weights"));
        assertThat(layer.weights())
                .extracting(w -> w.name().substring(w.name().lastIndexOf('/') + 1))
                .isEqualTo(weights.stream().map(w -> w.get("name").asText()).toList());
        for (int i = 0; i < weights.size(); i++) {
            Variable variable = layer.weights().get(i).variable();
            variable.assign(Values.of(weights.get(i).get("value")).data());
        }
    }

    private void checkStates(JsonNode after) {
        for (int i = 0; i < after.size(); i++) {
            if (after.get(i).isNull()) continue;
            Weight weight = layer.weights().get(i);
            assertClose(weight.name(), Values.of(weight.variable()), Values.of(after.get(i)), golden.tolerance());
        }
    }

    private Tensor penalties(Trace trace) {
        Tensor sum = Tensor.fill(0, Shape.scalar(), DType.FLOAT32);
        for (Weight w : layer.weights()) sum = sum.plus(w.regularizer().penalty(trace.read(w.variable())));
        for (Tensor penalty : trace.losses()) sum = sum.plus(penalty);
        return sum;
    }

    private static double losses(JsonNode call) {
        return list(call.path("losses")).stream()
                .mapToDouble(l -> Values.of(l).data()[0])
                .sum();
    }
}
