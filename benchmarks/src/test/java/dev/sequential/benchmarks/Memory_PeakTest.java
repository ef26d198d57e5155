package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class Memory_PeakTest {
    @Test
    void readsTheHighWaterMark() {
        assertThat(Memory.peak(List.of("Name:\tjava", "VmPeak:\t  99 kB", "VmHWM:\t  1234 kB", "VmRSS:\t  12 kB")))
                .hasValue(1234 * 1024);
    }

    @Test
    void isEmptyForAProcessThatIsNotThere() {
        assertThat(Memory.peak(-1)).isEmpty();
        assertThat(Memory.peak(List.of("Name:\tkthreadd"))).isEmpty();
    }
}
