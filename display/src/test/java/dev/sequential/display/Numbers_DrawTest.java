package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Input;
import dev.sequential.Sequential;
import dev.sequential.initializers.Ones;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Flatten;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class Numbers_DrawTest {
    @Test
    void aScatterSaysHowFarPredictionsAreFromTheTruth() {
        Picture plot = Show.scatter(
                Nd4j.createFromArray(1.0, 2, 3, 4), Nd4j.createFromArray(new double[][] {{1}, {2}, {3}, {6}}));
        assertThat(plot).hasToString("Predicted against true values of 4 samples: R² 0.2000, MAE 0.5000, RMSE 1.0000");
        assertThat(plot).extracting(Picture::width, Picture::height).containsExactly(420, 408);
    }

    @Test
    void aScatterRefusesWhatDoesNotFit() {
        assertThatThrownBy(() -> Show.scatter(Nd4j.zeros(3), Nd4j.zeros(4)))
                .hasMessage("labels and predictions must be of equal number, but received 3 and 4");
        assertThatThrownBy(() -> Show.scatter(Nd4j.zeros(3), Nd4j.zeros(3, 2)))
                .hasMessage(
                        "predictions must have shape (n,) or (n, 1), but received (3, 2). Take one column of them.");
        assertThatThrownBy(() -> Show.scatter(Nd4j.createFromArray(Double.NaN), Nd4j.createFromArray(Double.NaN)))
                .hasMessage("labels and predictions hold no finite number");
    }

    @Test
    void aHistogramSaysWhatLiesWhere() {
        Picture plot = Show.histogram(Nd4j.createFromArray(new double[][] {{-1, 1}, {3, Double.NaN}}));
        assertThat(plot)
                .hasToString(
                        "float64 (2, 2): from -1.0000 to 3.0000, mean 1.0000, standard deviation 1.6330; 1 not finite");
        assertThatThrownBy(() -> Show.histogram(Nd4j.createFromArray(Double.NaN)))
                .hasMessage("float64 (1,) holds no finite number, so there is nothing to draw");
    }

    @Test
    void weightsHaveAHistogramEach() {
        var model = Sequential.of(Input.of(2), Dense.of(2, d -> d.kernelInitializer(Ones.of())), Flatten.of());
        Picture plot = Show.weights(model.getLayer(0));
        assertThat(plot.text().lines().skip(1))
                .containsExactly(
                        "kernel (2, 2): from 1.0000 to 1.0000, mean 1.0000, standard deviation 0.0000",
                        "bias (2,): from 0.0000 to 0.0000, mean 0.0000, standard deviation 0.0000");
        assertThat(plot).extracting(Picture::width, Picture::height).containsExactly(800, 270);
        assertThatThrownBy(() -> Show.weights(model.getLayer(1)))
                .hasMessageEndingWith("\" has no weights, so there is nothing to draw");
    }
}
