package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Names_UnknownTest {
    private static final List<String> KNOWN = List.of("mse", "mean_squared_error", "hinge", "MSE");

    @ParameterizedTest
    @CsvSource({
        "mse2, mse",
        "mes, mse",
        "Mean Squared Error, mean_squared_error",
        "meansquarederror, mean_squared_error",
        "hnige, hinge"
    })
    void suggestsTheNearest(String given, String nearest) {
        assertThat(Names.unknown("loss", given, KNOWN))
                .hasMessage("Unknown loss \"" + given + "\". Did you mean \"" + nearest
                        + "\"?\nKnown names: MSE, hinge, mean_squared_error, mse");
    }

    @ParameterizedTest
    @CsvSource({"poisson", "''", "x"})
    void suggestsNothingFarAway(String given) {
        assertThat(Names.unknown("loss", given, KNOWN))
                .hasMessage("Unknown loss \"" + given + "\".\nKnown names: MSE, hinge, mean_squared_error, mse");
    }
}
