package dev.sequential.layers;

import static dev.sequential.unit.ArrayAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.Layer;
import dev.sequential.LayerSpec;
import dev.sequential.Trace;
import dev.sequential.Weight;
import dev.sequential.engine.Gradients;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.saving.KerasConfig;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Golden;
import dev.sequential.unit.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Results, penalties and gradients of every layer there is are those of Keras on JAX; configs go both ways. */
class Layers_GoldenTest {
    /** Layers that exist; a new one is one word here. */
    private static final Set<String> LAYERS = Set.of(
            "Dense",
            "Activation",
            "Flatten",
            "Reshape",
            "Dropout",
            "Conv1D",
            "Conv2D",
            "Conv3D",
            "Conv1DTranspose",
            "Conv2DTranspose",
            "Conv3DTranspose",
            "DepthwiseConv1D",
            "DepthwiseConv2D",
            "SeparableConv1D",
            "SeparableConv2D",
            "MaxPooling1D",
            "MaxPooling2D",
            "MaxPooling3D",
            "AveragePooling1D",
            "AveragePooling2D",
            "AveragePooling3D",
            "GlobalMaxPooling1D",
            "GlobalMaxPooling2D",
            "GlobalMaxPooling3D",
            "GlobalAveragePooling1D",
            "GlobalAveragePooling2D",
            "GlobalAveragePooling3D",
            "AdaptiveMaxPooling1D",
            "AdaptiveMaxPooling2D",
            "AdaptiveMaxPooling3D",
            "AdaptiveAveragePooling1D",
            "AdaptiveAveragePooling2D",
            "AdaptiveAveragePooling3D",
            "ZeroPadding1D",
            "ZeroPadding2D",
            "ZeroPadding3D",
            "Cropping1D",
            "Cropping2D",
            "Cropping3D",
            "UpSampling1D",
            "UpSampling2D",
            "UpSampling3D",
            "Add",
            "Subtract",
            "Multiply",
            "Average",
            "Maximum",
            "Minimum",
            "Concatenate",
            "Dot",
            "SimpleRNN",
            "LSTM",
            "GRU",
            "RNN",
            "StackedRNNCells",
            "SimpleRNNCell",
            "LSTMCell",
            "GRUCell",
            "Bidirectional",
            "TimeDistributed");

    private static Stream<Golden.Case> covered() {
        return Golden.cases("layers").stream().filter(c -> isKnown(c.config()));
    }

    /** Whether the layer is one of the list, and those inside it too. */
    private static boolean isKnown(JsonNode config) {
        boolean layer = config.path("module").asText().equals("keras.layers");
        if (layer && !LAYERS.contains(config.get("class_name").asText())) return false;
        return list(config).stream().allMatch(Layers_GoldenTest::isKnown);
    }

    static Stream<Arguments> cases() {
        return Compute.BACKENDS.stream().flatMap(b -> covered().map(c -> Arguments.of(b, c)));
    }

    @Test
    void coversEveryLayerOfTheList() {
        Set<String> met = new HashSet<>();
        covered()
                .flatMap(c -> c.config().findValuesAsText("class_name").stream())
                .filter(LAYERS::contains)
                .forEach(met::add);
        assertThat(met).isEqualTo(LAYERS);
    }

    private static List<JsonNode> list(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("cases")
    void equalsKeras(String backend, Golden.Case golden) {
        LayerSpec spec = KerasConfig.standard().read(golden.config(), LayerSpec.class);
        assertThat(KerasConfig.standard().read(KerasConfig.standard().write(spec), LayerSpec.class))
                .isEqualTo(spec);
        Layer layer = Layer.of(spec);
        for (JsonNode call : golden.json().get("calls")) check(backend, golden, layer, call);
    }

    private static void check(String backend, Golden.Case golden, Layer layer, JsonNode call) {
        List<Values> given = new ArrayList<>();
        for (JsonNode key : List.of(call.get("inputs"), call.get("dy"))) {
            for (JsonNode array : key) given.add(Values.of(array));
        }
        List<Tensor> placeholders = given.stream()
                .map(v -> Tensor.of(new Placeholder("x", v.type())))
                .toList();
        int inputs = call.get("inputs").size();
        List<Tensor> x = placeholders.subList(0, inputs);
        // Keras on JAX carries no state from call to call: the recorded values all begin with zeros.
        layer.resetStates();
        Trace trace = new Trace(golden.json().get("call").get("training").asBoolean());
        List<Tensor> outputs = trace.call(layer, arguments(golden, trace, x));
        setWeights(layer, golden);

        Tensor sum = null;
        for (int i = 0; i < outputs.size(); i++) {
            Tensor part = outputs.get(i).times(placeholders.get(inputs + i)).sum();
            sum = sum == null ? part : sum.plus(part);
        }
        List<Tensor> targets = new ArrayList<>(x);
        for (Weight w : layer.weights()) targets.add(trace.read(w.variable()));
        List<JsonNode> expected = new ArrayList<>(list(call.get("input_gradients")));
        expected.addAll(list(call.get("weight_gradients")));
        List<Tensor> gradients = Gradients.of(sum, targets);
        List<Tensor> results = new ArrayList<>(outputs);
        for (int i = 0; i < expected.size(); i++) {
            results.add(gradients.get(i) == null ? targets.get(i).zerosLike() : gradients.get(i));
        }
        if (call.hasNonNull("output_mask")) results.add(trace.mask(outputs.get(0)));
        results.add(penalties(layer, trace));
        List<Values> values = Compute.run(backend, placeholders, given, results, trace.carried());

        assertThat(outputs).hasSameSizeAs(list(call.get("outputs")));
        expected.addAll(0, list(call.get("outputs")));
        for (int i = 0; i < expected.size(); i++) {
            if (expected.get(i).isNull()) continue; // a mask has no gradient
            String what = i < outputs.size() ? "output " + i : "gradient " + (i - outputs.size());
            assertClose(what, values.get(i), Values.of(expected.get(i)), golden.tolerance());
        }
        if (call.hasNonNull("output_mask")) {
            assertClose("mask", values.get(expected.size()), Values.of(call.get("output_mask")), 0);
        }
        double penalty = call.has("losses")
                ? list(call.get("losses")).stream()
                        .mapToDouble(l -> Values.of(l).data()[0])
                        .sum()
                : 0;
        assertClose("penalties", values.get(values.size() - 1), Values.of(Shape.scalar(), penalty), golden.tolerance());
    }

    /** What the layer is called with: inputs, states to begin with after them, a mask on the first. */
    private static List<Tensor> arguments(Golden.Case golden, Trace trace, List<Tensor> x) {
        JsonNode call = golden.json().get("call");
        List<Tensor> arguments = new ArrayList<>();
        place(call.get("args"), x, arguments);
        place(call.get("kwargs").path("initial_state"), x, arguments);
        JsonNode mask = call.get("kwargs").path("mask");
        if (mask.isMissingNode()) return arguments;
        LayerSpec masking = (c, input) -> {
            c.outputMask(x.get(mask.get("input").asInt()));
            return input;
        };
        arguments.set(0, trace.call(Layer.of(masking), arguments.subList(0, 1)).get(0));
        return arguments;
    }

    private static void place(JsonNode argument, List<Tensor> x, List<Tensor> into) {
        if (argument.isInt()) into.add(x.get(argument.asInt()));
        else if (argument.has("input")) into.add(x.get(argument.get("input").asInt()));
        else argument.forEach(a -> place(a, x, into));
    }

    private static void setWeights(Layer layer, Golden.Case golden) {
        List<JsonNode> weights = list(golden.json().get("weights"));
        assertThat(layer.weights())
                .extracting(w -> w.name().substring(w.name().lastIndexOf('/') + 1))
                .isEqualTo(weights.stream().map(w -> w.get("name").asText()).toList());
        for (int i = 0; i < weights.size(); i++) {
            layer.weights()
                    .get(i)
                    .variable()
                    .assign(Values.of(weights.get(i).get("value")).data());
        }
    }

    private static Tensor penalties(Layer layer, Trace trace) {
        Tensor sum = Tensor.fill(0, Shape.scalar(), dev.sequential.engine.DType.FLOAT32);
        for (Weight w : layer.weights()) sum = sum.plus(w.regularizer().penalty(trace.read(w.variable())));
        for (Tensor penalty : trace.losses()) sum = sum.plus(penalty);
        return sum;
    }
}
