package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class Axis_TicksTest {
    @Test
    void writesRoundNumbersWithEqualDigits() {
        assertThat(labels(Axis.of(0.05, 2.3, 6))).containsExactly("0.0", "0.5", "1.0", "1.5", "2.0");
        assertThat(labels(Axis.of(0.913, 0.987, 6))).containsExactly("0.92", "0.94", "0.96", "0.98");
        assertThat(labels(Axis.of(-30, 700, 6))).containsExactly("0", "200", "400", "600");
        assertThat(labels(Axis.of(-0.4, 0.4, 4))).containsExactly("-0.4", "-0.2", "0.0", "0.2", "0.4");
    }

    @Test
    void writesTinyAndHugeNumbersWithExponents() {
        assertThat(labels(Axis.of(1e-8, 9e-8, 5))).containsExactly("2e-08", "4e-08", "6e-08", "8e-08");
        assertThat(labels(Axis.of(0, 2.5e9, 5)))
                .containsExactly("0", "5e+08", "1.0e+09", "1.5e+09", "2.0e+09", "2.5e+09");
    }

    @Test
    void leavesRoomAroundNumbersThatAreAllTheSame() {
        assertThat(Axis.of(1, 1, 6)).extracting(Axis::low, Axis::high).containsExactly(0.9, 1.1);
        assertThat(Axis.of(0, 0, 6)).extracting(Axis::low, Axis::high).containsExactly(-1.0, 1.0);
    }

    @Test
    void countsEpochsInWholeNumbers() {
        assertThat(labels(Axis.counting(1, 1, 8))).containsExactly("1");
        assertThat(labels(Axis.counting(1, 3, 8))).containsExactly("1", "2", "3");
        assertThat(labels(Axis.counting(1, 12, 8))).containsExactly("2", "4", "6", "8", "10", "12");
        assertThat(labels(Axis.counting(1, 30, 8))).containsExactly("1", "5", "10", "15", "20", "25", "30");
        assertThat(labels(Axis.counting(11, 14, 8))).containsExactly("11", "12", "13", "14");
        assertThat(labels(Axis.counting(1, 1000, 8))).containsExactly("1", "200", "400", "600", "800", "1000");
    }

    @Test
    void isLogarithmicForWhatFallsOverMoreThanTwoDecades() {
        assertThat(Axis.fitting(List.of(5.0, 1.0, 0.04), 6).log()).isTrue();
        assertThat(Axis.fitting(List.of(5.0, 1.0, 0.06), 6).log()).isFalse();
        assertThat(Axis.fitting(List.of(0.001, 0.5, 0.99), 6).log()).isFalse();
        assertThat(Axis.fitting(List.of(5.0, 0.01, -0.1), 6).log()).isFalse();
    }

    @Test
    void writesPowersOfTenToALogarithmicAxis() {
        assertThat(labels(Axis.log(1e-6, 200, 6))).containsExactly("1e-06", "1e-04", "0.01", "1", "100");
        assertThat(labels(Axis.log(0.3, 40, 6))).containsExactly("0.5", "1", "2", "5", "10", "20", "50");
        Axis axis = Axis.log(1, 100, 6);
        assertThat(axis.at(10)).isCloseTo(0.5, within(1e-9));
    }

    private static List<String> labels(Axis axis) {
        return axis.ticks().stream().map(Axis.Tick::label).toList();
    }
}
