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
import java.util.Map;
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
            "Resizing",
            "CenterCrop");

    private static Stream<Golden.Case> covered() {
        return Golden.cases("layers").stream().filter(c -> LAYERS.contains(c.className()));
    }

    static Stream<Arguments> cases() {
        return Compute.BACKENDS.stream().flatMap(b -> covered().map(c -> Arguments.of(b, c)));
    }

    @Test
    void coversEveryLayerOfTheList() {
        Set<String> met = new HashSet<>();
        covered().forEach(c -> met.add(c.className()));
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
        List<Values> inputs = list(call.get("inputs")).stream().map(Values::of).toList();
        List<Values> seeds = list(call.path("dy")).stream().map(Values::of).toList();
        List<Values> given = new ArrayList<>(inputs);
        given.addAll(seeds);
        List<Tensor> placeholders = given.stream()
                .map(v -> Tensor.of(new Placeholder("x", v.type())))
                .toList();
        List<Tensor> x = placeholders.subList(0, inputs.size());
        Trace trace = new Trace(golden.json().get("call").get("training").asBoolean());
        List<Tensor> outputs = trace.call(layer, masked(golden, trace, x));
        setWeights(layer, golden);

        Tensor sum = outputs.get(0).zerosLike().sum();
        for (int i = 0; i < seeds.size(); i++) {
            Tensor part =
                    outputs.get(i).times(placeholders.get(inputs.size() + i)).sum();
            sum = sum.plus(part);
        }
        List<Tensor> targets = new ArrayList<>(x);
        for (Weight w : layer.weights()) targets.add(trace.read(w.variable()));
        List<Tensor> gradients = Gradients.of(sum, targets);
        List<Tensor> results = new ArrayList<>(outputs);
        for (int i = 0; i < targets.size() && !seeds.isEmpty(); i++) {
            results.add(gradients.get(i) == null ? targets.get(i).zerosLike() : gradients.get(i));
        }
        results.add(penalties(layer, trace));
        List<Values> values = Compute.run(backend, placeholders, given, results, Map.of());

        List<JsonNode> expected = new ArrayList<>(list(call.get("outputs")));
        expected.addAll(list(call.path("input_gradients")));
        expected.addAll(list(call.path("weight_gradients")));
        assertThat(values).hasSize(expected.size() + 1);
        for (int i = 0; i < expected.size(); i++) {
            if (expected.get(i).isNull()) continue; // a mask has no gradient
            String what = i < outputs.size() ? "output " + i : "gradient " + (i - outputs.size());
            assertClose(what, values.get(i), Values.of(expected.get(i)), golden.tolerance());
        }
        double penalty = call.has("losses")
                ? list(call.get("losses")).stream()
                        .mapToDouble(l -> Values.of(l).data()[0])
                        .sum()
                : 0;
        assertClose("penalties", values.get(expected.size()), Values.of(Shape.scalar(), penalty), golden.tolerance());
    }

    /** The inputs of the call; a mask among them lies on the first. */
    private static List<Tensor> masked(Golden.Case golden, Trace trace, List<Tensor> x) {
        JsonNode place = golden.json().at("/call/kwargs/mask/input");
        if (place.isMissingNode()) return x;
        LayerSpec masking = (call, input) -> {
            call.outputMask(x.get(place.asInt()));
            return input.plus(0);
        };
        return trace.call(Layer.of(masking), x.subList(0, 1));
    }

    private static void setWeights(Layer layer, Golden.Case golden) {
        List<JsonNode> weights = list(golden.json().get("weights"));
        assertThat(layer.weights())
                .extracting(Weight::name)
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
