package dev.sequential.regularizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Regularizers_NamesTest {
    @Test
    void namesAreKerass() {
        assertThat(Regularizers.of("l2")).isEqualTo(L2.of(0.01));
        assertThat(Regularizers.of("l1_l2")).isEqualTo(L1L2.of(0.01, 0.01));
        assertThatThrownBy(() -> Regularizers.of("l3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown regularizer \"l3\". Did you mean \"l1\"?\nKnown names: L1, L1L2, L2,"
                        + " OrthogonalRegularizer, l1, l1_l2, l2, orthogonal_regularizer");
    }

    @Test
    void factorsAreChecked() {
        assertThatThrownBy(() -> L1.of(-0.1)).hasMessage("l1 must be 0 or more, but received -0.1");
        assertThatThrownBy(() -> L2.of(Double.NaN)).hasMessage("l2 must be 0 or more, but received NaN");
        assertThatThrownBy(() -> L1L2.of(0, Double.POSITIVE_INFINITY))
                .hasMessage("l2 must be 0 or more, but received Infinity");
    }
}
