package dev.sequential.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as Keras prints them. */
class Numbers_FormatTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.0000e+00", "0.0004, 4.0000e-04", "0.001, 1.0000e-03", "0.0011, 0.0011", "-0.5, -0.5000",
        "-0.0004, -4.0000e-04", "1234.5, 1234.5000", "NaN, nan", "Infinity, inf", "-Infinity, -inf"
    })
    void values(double value, String text) {
        assertThat(Numbers.value(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0s/step",
        "3.2, 3s/step",
        "1, 1s/step",
        "0.0123, 12ms/step",
        "0.001, 1ms/step",
        "0.000085, 85us/step"
    })
    void timePerStep(double seconds, String text) {
        assertThat(Numbers.perStep(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"9998.5, 2:46:38", "980, 16:20", "60, 60s", "61, 1:01", "0.9, 0s", "3600, 60:00", "3601, 1:00:01"})
    void remainingTime(double seconds, String text) {
        assertThat(Numbers.remaining(seconds)).isEqualTo(text);
    }
}
