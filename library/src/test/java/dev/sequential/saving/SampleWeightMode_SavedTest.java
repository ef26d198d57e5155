package dev.sequential.saving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Weights of time steps are still allowed after a model was saved and loaded. */
class SampleWeightMode_SavedTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"model.keras", "model.h5"})
    void temporalStaysTemporal(String name) {
        Model model = Sequential.of(Input.of(4, 3), Dense.of(1));
        model.compile(c -> c.optimizer("sgd").loss("mse").sampleWeightMode("temporal"));
        Path file = folder.resolve(name);
        model.save(file);

        Model again = Model.load(file);

        INDArray x = Nd4j.ones(2, 4, 3);
        INDArray y = Nd4j.zeros(2, 4, 1);
        INDArray weights = Nd4j.createFromArray(new float[][] {{1, 0, 0, 0}, {0, 0, 0, 2}});
        assertThat(again.evaluate(x, y, e -> e.sampleWeight(weights).verbose(0)).loss())
                .isEqualTo(model.evaluate(x, y, e -> e.sampleWeight(weights).verbose(0))
                        .loss());
        assertThat(again.compilation()
                        .orElseThrow()
                        .sampleWeightMode()
                        .orElseThrow()
                        .toString())
                .contains("temporal");
    }
}
