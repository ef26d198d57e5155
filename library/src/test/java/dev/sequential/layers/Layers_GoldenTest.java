package dev.sequential.layers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.LayerSpec;
import dev.sequential.saving.KerasConfig;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Golden;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
            "Add",
            "Subtract",
            "Multiply",
            "Average",
            "Maximum",
            "Minimum",
            "Concatenate",
            "Dot",
            "Identity",
            "Permute",
            "RepeatVector",
            "ReLU",
            "LeakyReLU",
            "ELU",
            "PReLU",
            "Softmax",
            "ActivityRegularization",
            "SpatialDropout1D",
            "SpatialDropout2D",
            "SpatialDropout3D",
            "GaussianNoise",
            "GaussianDropout",
            "AlphaDropout",
            "Embedding",
            "ReversibleEmbedding",
            "Masking",
            "BatchNormalization",
            "LayerNormalization",
            "GroupNormalization",
            "RMSNormalization",
            "UnitNormalization",
            "SpectralNormalization",
            "EinsumDense",
            "Attention",
            "AdditiveAttention",
            "MultiHeadAttention",
            "GroupQueryAttention",
            "Rescaling",
            "Normalization",
            "CategoryEncoding",
            "Discretization",
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
            "CenterCrop",
            "SimpleRNN",
            "LSTM",
            "GRU",
            "ConvLSTM1D",
            "ConvLSTM2D",
            "ConvLSTM3D",
            "RNN",
            "SimpleRNNCell",
            "LSTMCell",
            "GRUCell",
            "Bidirectional",
            "TimeDistributed",
            "IntegerLookup");

    /** Options of Keras's constructors that its configs leave out here and there. */
    private static final Set<String> OPTIONAL = Set.of("activity_regularizer", "seed");

    private static Stream<Golden.Case> covered() {
        return Golden.cases("layers").stream()
                .filter(c -> isKnown(c.config()))
                .filter(c -> !c.name().equals("integer_lookup_adapt")); // see Text_GoldenTest
    }

    /** Whether the layer is one of the list, and those inside it too. */
    private static boolean isKnown(JsonNode config) {
        boolean layer = config.path("module").asText().equals("keras.layers");
        if (layer && !LAYERS.contains(config.get("class_name").asText())) return false;
        return LayerCase.list(config).stream().allMatch(Layers_GoldenTest::isKnown);
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

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("cases")
    void equalsKeras(String backend, Golden.Case golden) {
        LayerSpec spec = KerasConfig.standard().read(golden.config(), LayerSpec.class);
        JsonNode written = KerasConfig.standard().write(spec);
        assertThat(KerasConfig.standard().read(written, LayerSpec.class)).isEqualTo(spec);
        assertThat(golden.config().get("config").properties())
                .extracting(Map.Entry::getKey)
                .containsAll(written.get("config").properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(key -> !OPTIONAL.contains(key))
                        .toList());
        new LayerCase(golden, backend, spec).run();
    }
}
