package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.close;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.counted;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.losses;
import static dev.sequential.contract.Fixtures.refused;
import static dev.sequential.contract.Fixtures.sizes;
import static dev.sequential.contract.Fixtures.slope;
import static dev.sequential.contract.Fixtures.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.FitBuilder;
import dev.sequential.History;
import dev.sequential.Scores;
import dev.sequential.Sequential;
import dev.sequential.contract.Feeds.Noting;
import dev.sequential.optimizers.SGD;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Section 20.2, fit: validation by a split, by data and by batches. Rows are 0, 1, 2, …; predictions are 0. */
class Fit_ValidationRowsTest implements Rows {
    private static final INDArray TEN = counted(10);

    /** A model whose loss for a row is the row's target. */
    private static Sequential naught() {
        Sequential model = line(0);
        model.compile(c -> c.optimizer(STILL).loss("mae").metrics("mse").weightedMetrics("mae"));
        return model;
    }

    private static Map<String, List<Double>> fit(Consumer<FitBuilder> options) {
        return naught().fit(TEN, TEN, options).history();
    }

    @Test
    void f7a_validationSplitTakesTheLastRows() {
        Map<String, List<Double>> history = fit(f -> f.validationSplit(0.3).epochs(2));
        assertThat(history.get("loss")).containsExactly(3.0, 3.0); // 0 … 6
        assertThat(history.get("val_loss")).containsExactly(8.0, 8.0); // 7, 8, 9
        assertThat(history.get("val_mse").get(0)).isCloseTo((49 + 64 + 81) / 3.0, close());
    }

    @Test
    void f7b_rowsAreSplitBeforeShufflingAndTrainingNeverSeesThem() {
        List<Double> seen = new ArrayList<>();
        Map<String, List<Double>> history =
                fit(f -> f.validationSplit(0.3).batchSize(1).epochs(4).callbacks(losses(seen)));
        for (int epoch = 0; epoch < 4; epoch++) {
            assertThat(seen.subList(7 * epoch, 7 * epoch + 7))
                    .containsExactlyInAnyOrder(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
        }
        assertThat(seen.subList(0, 7)).isNotEqualTo(seen.subList(7, 14));
        assertThat(history.get("val_loss")).containsExactly(8.0, 8.0, 8.0, 8.0);
    }

    @Test
    void f7c_theSplitIsNotTrainedOn() {
        Sequential split = line(0);
        split.compile(SGD.of(0.01), "mse");
        split.fit(
                TEN,
                TEN,
                f -> f.validationSplit(0.3).shuffle(false).batchSize(2).epochs(2));
        Sequential first = line(0);
        first.compile(SGD.of(0.01), "mse");
        first.fit(counted(7), counted(7), f -> f.shuffle(false).batchSize(2).epochs(2));
        assertThat(slope(split)).isEqualTo(slope(first)).isNotZero();
    }

    @Test
    void f7d_lossAndEveryMetricAreMeasuredAfterEachEpoch() {
        Map<String, List<Double>> history = fit(f -> f.validationSplit(0.5).epochs(3));
        assertThat(history.keySet()).containsExactly("loss", "mse", "mae", "val_loss", "val_mse", "val_mae");
        assertThat(history.values()).allMatch(values -> values.size() == 3);
        // with the weights that the epoch left behind
        Sequential model = line(0);
        model.compile(SGD.of(0.001), "mse");
        double last = model.fit(TEN, TEN, f -> f.validationSplit(0.5))
                .history()
                .get("val_loss")
                .get(0);
        assertThat(model.evaluate(column(5, 6, 7, 8, 9), column(5, 6, 7, 8, 9)).loss())
                .isCloseTo(last, close());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.0, 2.5, Double.NaN})
    void f7f_theShareIsFrom0To1(double share) {
        refused(
                () -> fit(f -> f.validationSplit(share)),
                "validationSplit must be 0 or more and less than 1, but received " + share);
    }

    @Test
    void f7f_theSplitIsRoundedDownAndBothPartsNeedRows() {
        // 10 · (1 − 0.9) is 0.9999999999999998
        refused(
                () -> fit(f -> f.validationSplit(0.9)),
                "validationSplit 0.9 leaves 0 of 10 rows to train on and 10 to measure on; both need some");
        History history = naught().fit(counted(5), counted(5), f -> f.validationSplit(0.3));
        assertThat(history.params()).containsEntry("samples", 3);
        assertThat(history.history().get("loss")).containsExactly(1.0); // 0, 1, 2
        assertThat(history.history().get("val_loss")).containsExactly(3.5); // 3, 4
    }

    @Test
    void f8a_validationDataAreMeasuredAsEvaluateMeasures() {
        Sequential model = line(0);
        model.compile(SGD.of(0.001), "mse", "mae");
        INDArray x = column(1, 2, 3);
        INDArray y = column(5, 0, 2);
        Map<String, List<Double>> history =
                model.fit(TEN, TEN, f -> f.validationData(x, y).batchSize(2)).history();
        Scores scores = model.evaluate(x, y);
        assertThat(history.get("val_loss").get(0)).isCloseTo(scores.loss(), close());
        assertThat(history.get("val_mae").get(0)).isCloseTo(scores.get("mae"), close());
    }

    @Test
    void f8b_validationDataMayHaveWeights() {
        Map<String, List<Double>> history = fit(f -> f.validationData(column(0, 0), column(3, 5), vector(1, 0.5)));
        assertThat(history.get("val_loss").get(0)).isCloseTo(5.5 / 2, close());
        assertThat(history.get("val_mae").get(0)).isCloseTo(5.5 / 1.5, close());
        assertThat(history.get("val_mse").get(0)).isCloseTo(34 / 2.0, close());
    }

    @Test
    void f8c_validationDataReplaceTheSplit() {
        Map<String, List<Double>> history = fit(f -> f.validationSplit(0.5).validationData(column(0), column(100)));
        assertThat(history.get("loss")).containsExactly(4.5);
        assertThat(history.get("val_loss")).containsExactly(100.0);
    }

    @Test
    void f8d_validationDataMayComeInBatches() {
        Batch one = Batch.of(column(0), column(1));
        Batch two = Batch.of(column(0, 0, 0), column(5, 5, 5));
        double mean = (1 + 3 * 5) / 4.0;
        assertThat(fit(f -> f.validationData(Feeds.generator(one, two))
                                .validationSteps(2)
                                .epochs(2))
                        .get("val_loss"))
                .containsExactly(mean, mean);
        assertThat(fit(f -> f.validationData(Dataset.sequence(new Noting(one, two)))
                                .epochs(2))
                        .get("val_loss"))
                .containsExactly(mean, mean);
        refused(
                () -> fit(f -> f.validationData(Feeds.generator(one, two))),
                "validationSteps is missing: a generator has no end, so say how many batches to take");
    }

    @Test
    void f8e_validationDataAreNotTrainedOn() {
        double[] slopes = new double[2];
        for (int i = 0; i < 2; i++) {
            INDArray y = column(i * 1000);
            Sequential model = line(0);
            model.compile(SGD.of(0.001), "mse");
            model.fit(TEN, TEN, f -> f.shuffle(false).validationData(column(1), y));
            slopes[i] = slope(model);
        }
        assertThat(slopes[0]).isEqualTo(slopes[1]).isNotZero();
    }

    /** Keras's tuples of 1 or 4 are methods that do not exist; what is left is a batch without targets. */
    @Test
    void f8f_validationDataWithoutTargetsAreRefused() {
        refused(
                () -> fit(f -> f.validationData(Dataset.of(TEN))),
                "validationData: y is missing: the loss compares the outputs [line] with it");
    }

    @Test
    void f14a_validationStepsLimitTheBatches() {
        assertThat(fit(f -> f.batchSize(2)
                                .stepsPerEpoch(3)
                                .validationData(TEN, TEN)
                                .validationSteps(2))
                        .get("val_loss"))
                .containsExactly(1.5); // 0, 1, 2, 3
        // without stepsPerEpoch too, from the beginning each time
        assertThat(fit(f -> f.batchSize(2).epochs(2).validationData(TEN, TEN).validationSteps(2))
                        .get("val_loss"))
                .containsExactly(1.5, 1.5);
        // more than there are is all
        assertThat(fit(f -> f.validationData(TEN, TEN).validationSteps(9)).get("val_loss"))
                .containsExactly(4.5);
        refused(
                () -> fit(f -> f.validationData(TEN, TEN).validationSteps(0)),
                "validationSteps must be 1 or more, but received 0");
    }

    @Test
    void f14b_exactlyValidationStepsAreTakenOfAGenerator() {
        int[] drawn = {0};
        Dataset generator = Dataset.generator(() -> Batch.of(column(0), column(++drawn[0])));
        Map<String, List<Double>> history = fit(
                f -> f.validationData(generator).validationSteps(3).epochs(2).workers(0));
        assertThat(history.get("val_loss")).containsExactly((1 + 2 + 3) / 3.0, (4 + 5 + 6) / 3.0);
        assertThat(drawn[0]).isEqualTo(6);
    }

    @Test
    void f14b_validationHasABatchSizeOfItsOwn() {
        List<Integer> sizes = new ArrayList<>();
        fit(f -> f.validationData(TEN, TEN).validationBatchSize(4).callbacks(sizes(sizes), testSizes(sizes)));
        assertThat(sizes).containsExactly(10, 4, 4, 2);
        sizes.clear();
        fit(f -> f.batchSize(6).validationData(TEN, TEN).callbacks(testSizes(sizes)));
        assertThat(sizes).containsExactly(6, 4);
    }

    private static dev.sequential.callbacks.Callback testSizes(List<Integer> sizes) {
        return new dev.sequential.callbacks.Callback() {
            @Override
            public void onTestBatchEnd(int batch, Map<String, Double> logs) {
                sizes.add(logs.get("size").intValue());
            }
        };
    }
}
