package dev.sequential.constraints;

import static dev.sequential.unit.ArrayAsserts.assertClose;

import dev.sequential.saving.KerasConfig;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Constraints_GoldenTest {
    static Stream<Arguments> cases() {
        return Compute.BACKENDS.stream()
                .flatMap(b -> Golden.cases("constraints").stream().map(c -> Arguments.of(b, c)));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("cases")
    void equalsKeras(String backend, Golden.Case golden) {
        Constraint constraint = KerasConfig.standard().read(golden.config(), Constraint.class);
        assertClose(
                "projection",
                Compute.of(backend, golden.values("input"), constraint::project),
                golden.values("output"),
                golden.tolerance());
    }
}
