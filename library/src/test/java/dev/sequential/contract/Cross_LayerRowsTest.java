package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.close;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.series;
import static dev.sequential.contract.Fixtures.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Input;
import dev.sequential.Layer;
import dev.sequential.Model;
import dev.sequential.Scores;
import dev.sequential.Sequential;
import dev.sequential.layers.BatchNormalization;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Masking;
import dev.sequential.optimizers.Adam;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Section 20.8: rows that need layers with a memory or a mask, or files. */
class Cross_LayerRowsTest implements Rows {
    private final Layer normalization = BatchNormalization.of().named("normalization");

    private Sequential normalizing() {
        Sequential model = Sequential.of(Input.of(1), normalization);
        model.compile(STILL, "mse");
        return model;
    }

    private double moving(int weight) {
        return normalization.getWeights().get(weight).getDouble(0);
    }

    @Test
    void x3_batchNormalizationLearnsItsStatisticsInTrainingOnly() {
        Sequential model = normalizing();
        INDArray x = column(1, 3);
        // in training 1 and 3 become −1 and 1, with epsilon 0.001 beside the variance of 1
        assertThat(model.trainOnBatch(x, column(0, 0)).loss()).isCloseTo(1 / 1.001, close());
        assertThat(moving(2)).isCloseTo(0.02, close());
        assertThat(moving(3)).isCloseTo(1, close());
        double expected = (0.98 * 0.98 + 2.98 * 2.98) / 2 / 1.001;
        assertThat(model.evaluate(x, column(0, 0)).loss()).isCloseTo(expected, close());
        assertThat(model.testOnBatch(x, column(0, 0)).loss()).isCloseTo(expected, close());
        model.predict(x);
        model.fit(x, column(0, 0), f -> f.validationData(column(100, 200), column(0, 0)));
        assertThat(moving(2)).isCloseTo(0.02 * 0.99 + 0.02, close());
    }

    @Test
    void x3_whenFrozenItOnlyUsesThem() {
        normalizing();
        normalization.setTrainable(false);
        Sequential model = Sequential.of(
                Input.of(1), normalization, Dense.of(1, d -> d.useBias(false)).named("line"));
        model.getLayer("line").setWeights(List.of(column(1)));
        model.compile(STILL, "mse");
        // mean 0 and variance 1 as at first
        assertThat(model.trainOnBatch(column(1, 3), column(0, 0)).loss()).isCloseTo(5 / 1.001, close());
        assertThat(moving(2)).isZero();
        assertThat(moving(3)).isEqualTo(1);
    }

    /** Worked example C of section 9.1: absolute errors 1 to 6, of which the third and the fourth are masked. */
    @Test
    void x4_maskedStepsCountNeitherInTheLossNorInMetrics() {
        Sequential model = Sequential.of(
                Input.of(3, 1), Masking.of(), Dense.of(1, d -> d.useBias(false)).named("line"));
        model.setWeights(List.of(column(1)));
        model.compile(c -> c.optimizer(STILL).loss("mae").metrics("mae").weightedMetrics("mse"));
        INDArray x = series(1, 2, 0, 0, 5, 6);
        INDArray y = series(0, 0, 3, 4, 0, 0);
        Scores scores = model.evaluate(x, y);
        assertThat(scores.loss()).isCloseTo(14 / 4.0, close());
        assertThat(scores.get("mae")).isCloseTo(14 / 4.0, close());
        assertThat(scores.get("mse")).isCloseTo((1 + 4 + 25 + 36) / 4.0, close());
        Scores weighted = model.evaluate(x, y, e -> e.sampleWeight(vector(2, 1)));
        assertThat(weighted.loss()).isCloseTo(4.25, close());
        assertThat(weighted.get("mae")).isCloseTo(14 / 4.0, close());
        assertThat(weighted.get("mse")).isCloseTo((2 * 5 + 61) / 6.0, close());
    }

    @Test
    void e1_batchNormalizationUsesItsMovingStatisticsAndKeepsThem() {
        Sequential model = normalizing();
        assertThat(model.evaluate(column(1, 3), column(0, 0)).loss()).isCloseTo(5 / 1.001, close());
        assertThat(moving(2)).isZero();
        assertThat(moving(3)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.keras", "model.h5"})
    void x10_aModelThatIsSavedAndLoadedGoesOnAsIfNothingHadHappened(String file, @TempDir Path folder) {
        Sequential model = Sequential.of(
                Input.of(1),
                Dense.of(4, "tanh").named("hidden"),
                BatchNormalization.of(),
                Dense.of(1).named("out"));
        model.compile(Adam.of(0.01), "mse", "mae");
        INDArray x = column(1, 2, 3, 4);
        INDArray y = column(2, 4, 6, 8);
        model.fit(x, y, f -> f.epochs(3));
        model.save(folder.resolve(file));
        Model loaded = Model.load(folder.resolve(file));
        assertThat(loaded.layers())
                .extracting(Layer::name)
                .isEqualTo(model.layers().stream().map(Layer::name).toList());
        assertThat(loaded.layers())
                .extracting(Layer::spec)
                .isEqualTo(model.layers().stream().map(Layer::spec).toList());
        assertThat(loaded.getWeights()).isEqualTo(model.getWeights());
        assertThat(loaded.iterations()).isEqualTo(3);
        assertThat(loaded.metricsNames()).isEqualTo(model.metricsNames());
        assertThat(loaded.predict(x)).isEqualTo(model.predict(x));
        assertThat(loaded.trainOnBatch(x, y)).isEqualTo(model.trainOnBatch(x, y));
        assertThat(loaded.getWeights()).isEqualTo(model.getWeights());
    }
}
