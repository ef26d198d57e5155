package dev.sequential.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sequential.Input;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import java.lang.management.ManagementFactory;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A batch of {@code fit} costs next to no heap and no native memory at all. */
class Fit_MemoryTest {
    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final INDArray x = Nd4j.zeros(DataType.FLOAT, 400, 4);
    private final INDArray y = Nd4j.zeros(DataType.FLOAT, 400, 1);
    private final Sequential model = Sequential.of(Input.of(4), Dense.of(8, "relu"), Dense.of(1));

    private long allocatedBy(int epochs) {
        long before = thread.getCurrentThreadAllocatedBytes();
        model.fit(x, y, f -> f.verbose(0).epochs(epochs).batchSize(4));
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void thousandBatchesMoreCostLittle() {
        model.compile("adam", "mse", "mae");
        allocatedBy(20);
        long few = allocatedBy(1);
        long nativeBytes = Pointer.totalBytes();
        long many = allocatedBy(11);
        assertThat((many - few) / 1000).as("heap bytes a batch").isLessThan(256);
        assertThat(Pointer.totalBytes()).as("native bytes").isLessThanOrEqualTo(nativeBytes);
    }
}
