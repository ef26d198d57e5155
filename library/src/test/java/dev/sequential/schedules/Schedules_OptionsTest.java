package dev.sequential.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class Schedules_OptionsTest {
    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> ExponentialDecay.of(0.1, 0, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("decaySteps must be 1 or more, but received 0");
        assertThatThrownBy(() -> PiecewiseConstantDecay.of(List.of(1, 2), List.of(0.1, 0.2)))
                .hasMessage("values must be one more than the 2 boundaries, but received 2");
        assertThatThrownBy(() -> PiecewiseConstantDecay.of(List.of(2, 1), List.of(0.1, 0.2, 0.3)))
                .hasMessage("boundaries must rise, but received [2, 1]");
        assertThatThrownBy(() -> CosineDecayRestarts.of(0.1, 5, c -> c.tMul(0.5)))
                .hasMessage("tMul must be 1 or more, but received 0.5");
    }

    @Test
    void restartsFallExactlyOnTheStep() {
        CosineDecayRestarts schedule = CosineDecayRestarts.of(0.1, 5);
        assertThat(schedule.rate(5)).isEqualTo(0.1);
        assertThat(schedule.rate(15)).isEqualTo(0.1);
        assertThat(schedule.rate(14)).isLessThan(0.01);
    }
}
