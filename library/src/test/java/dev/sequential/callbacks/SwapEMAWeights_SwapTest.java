package dev.sequential.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import dev.sequential.optimizers.SGD;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SwapEMAWeights_SwapTest {
    private final INDArray x = Nd4j.createFromArray(new float[][] {{1}, {2}, {3}, {4}});
    private final INDArray y = Nd4j.createFromArray(new float[][] {{2}, {4}, {6}, {8}});

    /** One weight w with {@code y = w*x}, beginning at 0. */
    private static Model model() {
        Model model = Sequential.of(Input.of(1), Dense.of(1, d -> d.useBias(false)));
        model.setWeights(List.of(Nd4j.zeros(1, 1)));
        model.compile(c ->
                c.optimizer(SGD.of(0.01, s -> s.useEma(true).emaMomentum(0.5))).loss("mse"));
        return model;
    }

    private static double weight(Model model) {
        return model.getWeights().get(0).getDouble(0);
    }

    /** The weight in training batches and in validation, one after the other. */
    private List<Double> weights(Model model, SwapEMAWeights swap) {
        List<Double> seen = new ArrayList<>();
        model.fit(
                x,
                y,
                f -> f.batchSize(2)
                        .epochs(2)
                        .shuffle(false)
                        .verbose(0)
                        .validationData(x, y)
                        .callbacks(swap, new Callback() {
                            @Override
                            public void onTrainBatchEnd(int batch, Map<String, Double> logs) {
                                seen.add(weight(model));
                            }

                            @Override
                            public void onTestBegin(Map<String, Double> logs) {
                                seen.add(weight(model));
                            }

                            @Override
                            public void onEpochEnd(int epoch, Map<String, Double> logs) {
                                seen.add(weight(model));
                            }
                        }));
        return seen;
    }

    @Test
    void measuresWithTheAverages() {
        Model model = model();
        List<Double> seen = weights(model, SwapEMAWeights.of());
        double average = (seen.get(0) + seen.get(1)) / 2; // the first average is the first weight itself
        assertThat(seen.get(2)).isCloseTo(average, within());
        assertThat(seen.get(3)).isEqualTo(seen.get(1)); // trained on with the weights themselves
    }

    @Test
    void keepsTheAveragesBetweenEpochs() {
        Model model = model();
        List<Double> seen = weights(model, SwapEMAWeights.of(true));
        assertThat(seen.get(3)).isEqualTo(seen.get(2));
        assertThat(seen.get(7)).isEqualTo(seen.get(6));
        assertThat(weight(model)).isEqualTo(seen.get(7));
    }

    @Test
    void trainingIsTheSameWithAndWithoutIt() {
        Model swapped = model();
        weights(swapped, SwapEMAWeights.of());
        Model plain = model();
        plain.fit(x, y, f -> f.batchSize(2).epochs(2).shuffle(false).verbose(0));
        assertThat(weight(swapped)).isEqualTo(weight(plain));
    }

    @Test
    void needsAnOptimizerWithAverages() {
        Model model = Sequential.of(Input.of(1), Dense.of(1));
        model.compile(SGD.of(0.01), "mse");
        assertThatThrownBy(() -> model.fit(x, y, f -> f.verbose(0).callbacks(SwapEMAWeights.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "SwapEMAWeights needs an optimizer with useEma(true), but the model is compiled with SGD");
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }
}
