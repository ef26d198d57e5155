package dev.sequential.contract;

import static dev.sequential.contract.Feeds.batch;
import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.close;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.refused;
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
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Section 20.6, fit_generator: validation. */
class FitGenerator_ValidationRowsTest implements Rows {
    private static final Batch ONE = batch(1, 4);
    private static final Batch THREE = batch(3, 8);

    /** What evaluate makes of both: each row counts once. */
    private static final double BOTH = (4 + 3 * 8) / 4.0;

    private static History fit(Consumer<FitBuilder> options) {
        Sequential model = line(0);
        model.compile(STILL, "mae");
        return model.fitGenerator(Feeds.generator(batch(2, 1)), f -> options.accept(f.stepsPerEpoch(2)));
    }

    private static List<Double> measured(Consumer<FitBuilder> options) {
        return fit(options).history().get("val_loss");
    }

    @Test
    void g6a_aGeneratorIsMeasuredAsEvaluateMeasuresIt() {
        assertThat(measured(f -> f.validationData(Feeds.generator(ONE, THREE)).validationSteps(2)))
                .containsExactly(BOTH);
        Sequential model = line(0);
        model.compile(STILL, "mae");
        assertThat(model.evaluateGenerator(Feeds.generator(ONE, THREE), e -> e.steps(2))
                        .loss())
                .isEqualTo(BOTH);
    }

    @Test
    void g6b_aSequenceIsMeasuredAsAWhole() {
        Noting sequence = new Noting(ONE, THREE);
        assertThat(measured(f ->
                        f.validationData(Dataset.sequence(sequence)).epochs(2).workers(0)))
                .containsExactly(BOTH, BOTH);
        String end = "end on " + Thread.currentThread().getName();
        assertThat(sequence.told).containsExactly("begin", 0, 1, end, "begin", 0, 1, end);
    }

    @Test
    void g6c_arraysAreMeasuredWithOrWithoutWeights() {
        INDArray x = column(0, 0);
        assertThat(measured(f -> f.validationData(x, column(3, 5)))).containsExactly(4.0);
        assertThat(measured(f -> f.validationData(x, column(3, 5), vector(1, 0.1)))
                        .get(0))
                .isCloseTo(3.5 / 2, close());
        Sequential model = line(2);
        model.compile(SGD.of(0.001), "mse", "mae");
        History history = model.fitGenerator(
                Feeds.generator(Batch.of(column(1), column(7))),
                f -> f.stepsPerEpoch(3).validationData(x, column(3, 5)));
        Scores scores = model.evaluate(x, column(3, 5));
        assertThat(history.history().get("val_loss")).containsExactly(scores.loss());
        assertThat(history.history().get("val_mae")).containsExactly(scores.get("mae"));
    }

    @Test
    void g6d_nothingOfItIsTrainedOn() {
        double[] slopes = new double[2];
        for (int i = 0; i < 2; i++) {
            Batch other = Batch.of(column(1), column(i * 100));
            Sequential model = line(0);
            model.compile(SGD.of(0.01), "mse");
            model.fitGenerator(
                    Feeds.generator(Batch.of(column(1), column(7))),
                    f -> f.stepsPerEpoch(3)
                            .epochs(2)
                            .validationData(Feeds.generator(other))
                            .validationSteps(2));
            slopes[i] = slope(model);
        }
        assertThat(slopes[0]).isEqualTo(slopes[1]).isNotZero();
    }

    @Test
    void g7a_exactlyValidationStepsAreTakenOfAGenerator() {
        int[] drawn = {0};
        assertThat(measured(f -> f.validationData(Dataset.generator(() -> batch(1, drawn[0]++)))
                        .validationSteps(3)
                        .epochs(2)
                        .workers(0)))
                .containsExactly(1.0, 4.0);
        assertThat(drawn[0]).isEqualTo(6);
        refused(
                () -> measured(f -> f.validationData(Feeds.generator(ONE))),
                "validationSteps is missing: a generator has no end, so say how many batches to take");
    }

    @Test
    void g7a_aGeneratorThatEndsEarlyIsMeasuredAsFarAsItGoes() {
        History history = fit(f -> f.validationData(Feeds.ending(ONE, THREE)).validationSteps(5));
        assertThat(history.history().get("val_loss")).containsExactly(BOTH);
        assertThat(history.warnings()).containsExactly("The generator ran out of data after 2 of 5 batches");
    }

    @Test
    void g7b_aSequenceHasItsLengthUnlessSaidOtherwise() {
        assertThat(measured(f -> f.validationData(Dataset.sequence(new Noting(ONE, THREE)))))
                .containsExactly(BOTH);
        assertThat(measured(f -> f.validationData(Dataset.sequence(new Noting(ONE, THREE)))
                        .validationSteps(1)))
                .containsExactly(4.0);
    }

    private static History often(Consumer<FitBuilder> frequency) {
        return fit(f -> frequency.accept(
                f.epochs(10).validationData(Feeds.generator(ONE)).validationSteps(1)));
    }

    @Test
    void g8a_validationEverySoManyEpochs() {
        History history = often(f -> f.validationFreq(2));
        assertThat(history.epochs("val_loss")).containsExactly(1, 3, 5, 7, 9);
        assertThat(history.history().get("loss")).hasSize(10);
    }

    @Test
    void g8b_validationAfterTheseEpochs() {
        assertThat(often(f -> f.validationFreq(List.of(1, 2, 10))).epochs("val_loss"))
                .containsExactly(0, 1, 9);
        assertThat(often(f -> f.validationFreq(Set.of(1, 2, 10))).epochs("val_loss"))
                .containsExactly(0, 1, 9);
    }
}
