package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Heap_AllocatedTest {
    private Object kept;

    @Test
    void countsWhatIsAskedFor() {
        double bytes = Heap.allocated(() -> kept = new byte[10_000_000]);
        assertThat(kept).isNotNull();
        assertThat(bytes).isGreaterThanOrEqualTo(10_000_000);
    }
}
