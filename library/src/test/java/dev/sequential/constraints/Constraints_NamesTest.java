package dev.sequential.constraints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class Constraints_NamesTest {
    @Test
    void namesAreKerass() {
        assertThat(Constraints.of("max_norm")).isEqualTo(MaxNorm.of(2, 0));
        assertThat(Constraints.of("unit_norm")).isEqualTo(UnitNorm.of());
        assertThatThrownBy(() -> Constraints.of("maxx_norm"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Unknown constraint \"maxx_norm\". Did you mean \"max_norm\"?\nKnown names: MaxNorm, MinMaxNorm,"
                                + " NonNeg, UnitNorm, max_norm, maxnorm, min_max_norm, non_neg, nonneg, unit_norm, unitnorm");
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> MaxNorm.of(-1)).hasMessage("maxValue must be 0 or more, but received -1.0");
        assertThatThrownBy(() -> MinMaxNorm.of(m -> m.minValue(2)))
                .hasMessage("maxValue must be 2.0 or more, as minValue is, but received 1.0");
        assertThatThrownBy(() -> MinMaxNorm.of(m -> m.rate(1.5)))
                .hasMessage("rate must be from 0.0 to 1.0, but received 1.5");
        assertThat(MaxNorm.of(3, 0, 1, 2).axis()).isEqualTo(List.of(0, 1, 2));
    }
}
