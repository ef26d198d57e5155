package dev.sequential.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Dataset;
import dev.sequential.Fit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Which rows go where. */
class Fit_RowsTest {
    private final Trial trial = new Trial();

    @Test
    void batchesAre32RowsAndTheLastMayBeSmaller() {
        trial.fit(100, f -> f.verbose(0));
        assertThat(trial.steps().trained).extracting(List::size).containsExactly(32, 32, 32, 4);
    }

    @Test
    void givenOrderIsKeptWithoutShuffling() {
        trial.fit(5, f -> f.verbose(0).batchSize(2).epochs(2).shuffle(false));
        assertThat(trial.steps().trained)
                .containsExactly(rows(0, 2), rows(2, 4), rows(4, 5), rows(0, 2), rows(2, 4), rows(4, 5));
        assertThat(trial.steps().targets.get(1)).containsExactly(102.0, 103.0);
    }

    @Test
    void eachEpochHasItsOwnOrderOfAllRowsAndTargetsFollow() {
        trial.fit(10, f -> f.verbose(0).batchSize(4).epochs(2));
        List<Double> first = flat(trial.steps().trained.subList(0, 3));
        List<Double> second = flat(trial.steps().trained.subList(3, 6));
        assertThat(first).containsExactlyInAnyOrderElementsOf(rows(0, 10)).isNotEqualTo(rows(0, 10));
        assertThat(second).containsExactlyInAnyOrderElementsOf(rows(0, 10)).isNotEqualTo(first);
        assertThat(flat(trial.steps().targets))
                .isEqualTo(
                        flat(trial.steps().trained).stream().map(r -> r + 100).toList());
    }

    @Test
    void batchShuffleMovesWholeBatchesAndLeavesTheShortOneLast() {
        trial.fit(11, f -> f.verbose(0).batchSize(2).shuffle("batch"));
        List<List<Double>> batches = trial.steps().trained;
        assertThat(batches.subList(0, 5))
                .containsExactlyInAnyOrder(rows(0, 2), rows(2, 4), rows(4, 6), rows(6, 8), rows(8, 10))
                .isNotEqualTo(List.of(rows(0, 2), rows(2, 4), rows(4, 6), rows(6, 8), rows(8, 10)));
        assertThat(batches.get(5)).isEqualTo(rows(10, 11));
    }

    @Test
    void stepsPerEpochGoOnWhereTheLastEpochStopped() {
        trial.fit(5, f -> f.verbose(0).batchSize(2).stepsPerEpoch(2).epochs(3));
        assertThat(trial.steps().trained)
                .containsExactly(rows(0, 2), rows(2, 4), rows(4, 5), rows(0, 2), rows(2, 4), rows(4, 5));
    }

    @Test
    void stepsPerEpochAloneDecideTheBatch() {
        trial.fit(10, f -> f.verbose(0).stepsPerEpoch(3));
        assertThat(trial.steps().trained).containsExactly(rows(0, 4), rows(4, 8), rows(8, 10));
    }

    @Test
    void validationSplitTakesTheLastRowsBeforeShuffling() {
        trial.fit(5, f -> f.verbose(0).epochs(3).validationSplit(0.3));
        assertThat(trial.steps().trained).allSatisfy(b -> assertThat(b).containsExactlyInAnyOrder(0.0, 1.0, 2.0));
        assertThat(trial.steps().tested).containsExactly(rows(3, 5), rows(3, 5), rows(3, 5));
    }

    @Test
    void validationSplitThatLeavesNothingIsRefused() {
        assertThatThrownBy(() -> trial.fit(10, f -> f.validationSplit(0.9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("validationSplit 0.9 leaves 0 of 10 rows to train on and 10 to measure on; both need some");
    }

    @Test
    void validationDataReplacesTheSplit() {
        trial.fit(4, f -> f.verbose(0).validationSplit(0.5).validationData(Trial.x(3), Trial.y(3)));
        assertThat(flat(trial.steps().trained)).containsExactlyInAnyOrderElementsOf(rows(0, 4));
        assertThat(trial.steps().tested).containsExactly(rows(0, 3));
    }

    @Test
    void validationHasItsOwnBatchesAndSteps() {
        trial.fit(
                4,
                f -> f.verbose(0)
                        .validationData(Trial.x(7), Trial.y(7))
                        .validationBatchSize(3)
                        .validationSteps(2));
        assertThat(trial.steps().tested).containsExactly(rows(0, 3), rows(3, 6));
    }

    @Test
    void weightsFollowTheirRowsAndClassWeightsStayOutOfValidation() {
        INDArray y =
                org.nd4j.linalg.factory.Nd4j.createFromArray(0f, 1f, 1f, 0f).reshape(4, 1);
        trial.trainer.fit(
                Dataset.of(Trial.x(4), y),
                Fit.of(f -> f.verbose(0)
                        .shuffle(false)
                        .validationSplit(0.25)
                        .sampleWeight(Trial.numbers(4).add(1))
                        .classWeight(Map.of(0, 10, 1, 100))));
        assertThat(trial.steps().weights).containsExactly(List.of(10.0, 200.0, 300.0), List.of(4.0));
    }

    @Test
    void arraysAreNeverChanged() {
        INDArray x = Trial.x(10);
        INDArray y = Trial.y(10);
        trial.trainer.fit(Dataset.of(x, y), Fit.of(f -> f.verbose(0).epochs(3)));
        assertThat(x).isEqualTo(Trial.x(10));
        assertThat(y).isEqualTo(Trial.y(10));
    }

    @Test
    void oneRowIsEnough() {
        trial.fit(1, f -> f.verbose(0));
        assertThat(trial.steps().trained).containsExactly(rows(0, 1));
    }

    @Test
    void theSameSeedGivesTheSameOrder() {
        Trial other = new Trial();
        trial.fit(10, f -> f.verbose(0).epochs(2));
        other.fit(10, f -> f.verbose(0).epochs(2));
        assertThat(trial.steps().trained).isEqualTo(other.steps().trained);
        assertThat(trial.steps().seeds).isEqualTo(other.steps().seeds);
    }

    private static List<Double> rows(int begin, int end) {
        return IntStream.range(begin, end).mapToObj(i -> (double) i).toList();
    }

    private static List<Double> flat(List<List<Double>> batches) {
        return batches.stream().flatMap(List::stream).toList();
    }
}
