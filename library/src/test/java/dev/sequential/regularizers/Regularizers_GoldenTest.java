package dev.sequential.regularizers;

import static dev.sequential.unit.ArrayAsserts.assertClose;

import dev.sequential.engine.Shape;
import dev.sequential.saving.KerasConfig;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Golden;
import dev.sequential.unit.Values;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Regularizers_GoldenTest {
    static Stream<Arguments> cases() {
        return Compute.BACKENDS.stream()
                .flatMap(b -> Golden.cases("regularizers").stream().map(c -> Arguments.of(b, c)));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("cases")
    void equalsKeras(String backend, Golden.Case golden) {
        Regularizer regularizer = KerasConfig.standard().read(golden.config(), Regularizer.class);
        Values one = Values.of(Shape.scalar(), 1);
        List<Values> results = Compute.withGradient(backend, golden.values("input"), one, regularizer::penalty);
        assertClose("penalty", results.get(0), golden.values("value"), golden.tolerance());
        assertClose("gradient", results.get(1), golden.values("gradient"), golden.tolerance());
    }
}
