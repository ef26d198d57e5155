package dev.sequential.schedules;

import static dev.sequential.unit.ArrayAsserts.assertClose;

import dev.sequential.saving.KerasConfig;
import dev.sequential.unit.Golden;
import dev.sequential.unit.Values;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Schedules_GoldenTest {
    static List<Golden.Case> cases() {
        return Golden.cases("schedules");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equalsKeras(Golden.Case golden) {
        Schedule schedule = KerasConfig.standard().read(golden.config(), Schedule.class);
        double[] rates = StreamSupport.stream(golden.json().get("steps").spliterator(), false)
                .mapToDouble(step -> schedule.rate(step.asLong()))
                .toArray();
        assertClose("rates", Values.vector(rates), golden.values("values"), golden.tolerance());
    }
}
