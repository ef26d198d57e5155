package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Machine_LimitTest {
    private final Machine machine = new Machine("Intel(R) Xeon(R) Platinum 8581C CPU @ 2.10GHz", 2, 400e9, 20e9);

    @Test
    void isSetByWhateverTakesLonger() {
        assertThat(machine.limit(new Work(4e9, 20e6))).isEqualTo(10);
        assertThat(machine.limit(new Work(4e6, 20e6))).isEqualTo(1);
    }

    @Test
    void namesFilesAfterTheProcessor() {
        assertThat(machine.slug()).isEqualTo("intel-xeon-platinum-8581c");
    }
}
