package dev.sequential.losses;

import static dev.sequential.unit.ArrayAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.engine.Gradients;
import dev.sequential.engine.Tensor;
import dev.sequential.saving.KerasConfig;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Golden;
import dev.sequential.unit.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every loss, its reductions, weights and masks, and the gradient of the prediction are those of Keras on JAX. */
class Losses_GoldenTest {
    static Stream<Arguments> cases() {
        return Compute.BACKENDS.stream()
                .flatMap(b -> Golden.cases("losses").stream().map(c -> Arguments.of(b, c)));
    }

    @Test
    void coversAll() {
        Set<String> unknown = Golden.cases("losses").stream()
                .map(Golden.Case::className)
                .filter(name -> !Losses.has(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("cases")
    void equalsKeras(String backend, Golden.Case golden) {
        Loss loss = loss(golden);
        boolean weighted = golden.has("sample_weight");
        boolean masked = golden.has("mask");
        List<Values> inputs = new ArrayList<>();
        for (String key : List.of("y_true", "y_pred", "dy")) inputs.add(golden.values(key));
        if (weighted) inputs.add(golden.values("sample_weight"));
        if (masked) inputs.add(golden.values("mask"));

        List<Values> results = Compute.all(backend, inputs, x -> {
            Tensor yTrue = x.get(0);
            Tensor yPred = x.get(1);
            Tensor values = loss.call(yTrue, yPred);
            Tensor mask = masked ? x.get(x.size() - 1) : loss.mask(yTrue, values);
            Tensor value = loss.reduction().reduce(values, weighted ? x.get(3) : null, mask);
            return List.of(value, Gradients.of(value, x.get(2), List.of(yPred)).get(0));
        });

        assertClose("value", results.get(0), golden.values("value"), golden.tolerance());
        if (golden.has("gradient")) {
            assertClose("gradient", results.get(1), golden.values("gradient"), golden.tolerance());
        }
    }

    /** The configured loss; three cases have an option that Keras leaves out of its config. */
    private static Loss loss(Golden.Case golden) {
        return switch (golden.name()) {
            case "huber_delta" -> Huber.of(h -> h.delta(0.5));
            case "huber_delta_weights" -> Huber.of(h -> h.delta(2));
            case "cosine_similarity_axis1" -> CosineSimilarity.of(c -> c.axis(1));
            default -> KerasConfig.standard().read(golden.config(), Loss.class);
        };
    }
}
