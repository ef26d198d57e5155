package dev.sequential.layers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.LayerSpec;
import dev.sequential.saving.KerasConfig;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Golden;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Results, penalties and gradients of every layer there is are those of Keras on JAX; configs go both ways. */
class Layers_GoldenTest {
    /** Layers of strings, which tensors do not hold; see Text_GoldenTest. */
    private static final Set<String> OF_STRINGS =
            Set.of("StringLookup", "TextVectorization", "Hashing", "HashedCrossing");

    /** Options of Keras's constructors that its configs leave out here and there. */
    private static final Set<String> OPTIONAL = Set.of("activity_regularizer", "seed");

    private static Stream<Golden.Case> covered() {
        return Stream.of("layers", "augmentation")
                .flatMap(group -> Golden.cases(group).stream())
                .filter(c -> !OF_STRINGS.contains(c.className()))
                .filter(c -> !c.name().equals("integer_lookup_adapt")); // see Text_GoldenTest
    }

    static Stream<Arguments> cases() {
        return Compute.BACKENDS.stream().flatMap(b -> covered().map(c -> Arguments.of(b, c)));
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
