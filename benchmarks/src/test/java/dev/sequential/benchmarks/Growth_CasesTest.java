package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Growth_CasesTest {
    @Test
    void growsBatches() {
        Case subject = Case.named("batch_4096");
        assertThat(subject.batch()).isEqualTo(4_096);
        assertThat(subject.model().get().countParams()).isEqualTo(669_706);
    }

    @Test
    void growsWidths() {
        Case subject = Case.named("width_64");
        assertThat(subject.batch()).isEqualTo(128);
        assertThat(subject.model().get().countParams()).isEqualTo(785 * 64 + 65 * 64 + 65 * 10);
    }

    @Test
    void saysWhatIsNoCase() {
        assertThatThrownBy(() -> Case.named("mlp")).hasMessage("no such case: mlp");
    }
}
