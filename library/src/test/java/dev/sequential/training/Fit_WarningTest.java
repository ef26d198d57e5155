package dev.sequential.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Flatten;
import dev.sequential.layers.Masking;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Fit_WarningTest {
    private final INDArray x = Nd4j.ones(2, 3, 2);
    private final INDArray y = Nd4j.ones(2, 1);

    @Test
    void saysOnceThatALayerDropsAMask() {
        Model model = Sequential.of(
                Input.of(3, 2),
                Masking.of(),
                (call, in) -> in.reshape(in.dim(0), 6),
                Dense.of(1).named("out"));
        model.compile("sgd", "mse");
        var first = model.fit(x, y, f -> f.verbose(0));
        assertThat(first.warnings()).hasSize(1);
        assertThat(first.warnings().get(0)).contains("received a mask and drops it");
        assertThat(model.fit(x, y, f -> f.verbose(0)).warnings()).isEmpty();
    }

    @Test
    void summaryCountsTheOptimizersNumbersOnceThereAreSome() {
        Model model = Sequential.of(Input.of(3, 2), Flatten.of(), Dense.of(1));
        model.compile("adam", "mse");
        assertThat(model.summary().optimizerParams()).isZero();
        model.fit(x, y, f -> f.verbose(0));
        // Two slots for each of 7 weights, the number of updates and the learning rate.
        assertThat(model.summary().optimizerParams()).isEqualTo(2 * 7 + 2);
    }
}
