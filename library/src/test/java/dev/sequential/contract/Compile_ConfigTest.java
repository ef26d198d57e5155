package dev.sequential.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Optimizer, loss and metrics as Keras's configuration maps: contract section 2. */
class Compile_ConfigTest {
    private final INDArray x = Nd4j.createFromArray(new float[][] {{1}, {2}});
    private final INDArray y = Nd4j.createFromArray(new float[][] {{3}, {5}});

    private static Map<String, Object> config(String className, Map<String, ?> config) {
        return Map.of("class_name", className, "config", config);
    }

    /** {@code y = w*x} with w = 1. */
    private static Model model() {
        Model model = Sequential.of(Input.of(1), Dense.of(1, d -> d.useBias(false)));
        model.setWeights(List.of(Nd4j.ones(1, 1)));
        return model;
    }

    @Test
    void optimizerLossAndMetricByConfiguration() {
        Model model = model();
        model.compile(c -> c.optimizer(config("SGD", Map.of("learning_rate", 0.5)))
                .loss(config("Huber", Map.of("delta", 0.5)))
                .metrics(List.of(config("MeanSquaredError", Map.of("name", "squares")))));
        // Errors are 2 and 3: Huber 0.5*(e - 0.25) = 0.875 and 1.375, squares 4 and 9.
        var scores = model.trainOnBatch(x, y);
        assertThat(scores.loss()).isEqualTo((0.875 + 1.375) / 2);
        assertThat(scores.get("squares")).isEqualTo(6.5);
        // The slope is -0.5*x on average, -0.75, and the rate 0.5.
        assertThat(model.getWeights().get(0).getDouble(0)).isEqualTo(1.375);
    }

    @Test
    void anUnknownClassIsRefused() {
        assertThatThrownBy(() -> model().compile(c -> c.optimizer(config("Sgdd", Map.of()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Did you mean \"SGD\"?");
        assertThatThrownBy(() -> model().compile(c -> c.optimizer(Map.of("learning_rate", 0.1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A configuration must be a map with class_name and config, but received {learning_rate=0.1}");
    }
}
