package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.counted;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.losses;
import static dev.sequential.contract.Fixtures.refused;
import static dev.sequential.contract.Fixtures.sizes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.Fit;
import dev.sequential.FitBuilder;
import dev.sequential.Sequential;
import dev.sequential.contract.Feeds.Noting;
import dev.sequential.training.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Section 20.2, fit: the order of rows, steps, class weights and sample weights. */
class Fit_OrderRowsTest implements Rows {
    private static final INDArray X = column(0, 0, 0, 0);

    /** Rows in the order in which they were trained on, for rows 0, 1, 2, … */
    private static List<Double> order(int rows, Consumer<FitBuilder> options) {
        List<Double> seen = new ArrayList<>();
        Sequential model = line(0);
        model.compile(STILL, "mae");
        model.fit(
                counted(rows), counted(rows), f -> options.accept(f.batchSize(1).callbacks(losses(seen))));
        return seen;
    }

    private static List<Double> rows(int begin, int end) {
        return IntStream.range(begin, end).mapToObj(i -> (double) i).toList();
    }

    @Test
    void f9a_eachEpochHasAnOrderOfItsOwn() {
        List<Double> seen = order(12, f -> f.epochs(2));
        assertThat(seen.subList(0, 12))
                .containsExactlyInAnyOrderElementsOf(rows(0, 12))
                .isNotEqualTo(rows(0, 12));
        assertThat(seen.subList(12, 24))
                .containsExactlyInAnyOrderElementsOf(rows(0, 12))
                .isNotEqualTo(seen.subList(0, 12));
    }

    @Test
    void f9a_targetsAndWeightsGoWithTheirRows() {
        Trial trial = new Trial();
        trial.fit(
                10,
                f -> f.verbose(0)
                        .batchSize(4)
                        .epochs(2)
                        .sampleWeight(Trial.numbers(10).add(50)));
        List<Double> x = trial.steps().trained.stream().flatMap(List::stream).toList();
        assertThat(x).isNotEqualTo(rows(0, 10));
        assertThat(trial.steps().targets.stream().flatMap(List::stream))
                .isEqualTo(x.stream().map(r -> r + 100).toList());
        assertThat(trial.steps().weights.stream().flatMap(List::stream))
                .isEqualTo(x.stream().map(r -> r + 50).toList());
    }

    @Test
    void f9b_withoutShufflingRowsComeAsTheyAre() {
        assertThat(order(5, f -> f.shuffle(false).epochs(2)))
                .isEqualTo(
                        Stream.concat(rows(0, 5).stream(), rows(0, 5).stream()).toList());
    }

    @Test
    void f9c_batchShuffleKeepsBatchesTogetherAndTheShortOneLast() {
        Trial trial = new Trial();
        trial.fit(11, f -> f.verbose(0).batchSize(2).shuffle("batch").epochs(2));
        List<List<Double>> batches = trial.steps().trained;
        List<List<Double>> given = List.of(rows(0, 2), rows(2, 4), rows(4, 6), rows(6, 8), rows(8, 10));
        assertThat(batches.subList(0, 5))
                .containsExactlyInAnyOrderElementsOf(given)
                .isNotEqualTo(given);
        assertThat(batches.get(5)).isEqualTo(rows(10, 11));
        assertThat(batches.subList(6, 11)).isNotEqualTo(batches.subList(0, 5));
        assertThat(batches.get(11)).isEqualTo(rows(10, 11));
    }

    @Test
    void f9c_otherWordsAreRefused() {
        refused(
                () -> Fit.of(f -> f.shuffle("batches")),
                "shuffle must be true, false or \"batch\", but received \"batches\"");
        refused(
                () -> Fit.of(f -> f.shuffle((String) null)),
                "shuffle must be true, false or \"batch\", but received \"null\"");
    }

    @Test
    void f9d_stepsPerEpochTakeRowsInOrderAndGoOnInTheNextEpoch() {
        assertThat(order(5, f -> f.shuffle(true).stepsPerEpoch(3).epochs(2)))
                .containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 0.0);
    }

    @Test
    void f13a_thereAreAsManyUpdatesAsStepsPerEpoch() {
        Sequential model = line(0);
        model.compile("sgd", "mse");
        model.fit(
                Feeds.generator(Batch.of(column(1), column(1))),
                f -> f.stepsPerEpoch(7).epochs(2));
        assertThat(model.iterations()).isEqualTo(14);
        List<Integer> sizes = new ArrayList<>();
        model.fit(counted(10), counted(10), f -> f.stepsPerEpoch(3).callbacks(sizes(sizes)));
        assertThat(sizes).containsExactly(4, 4, 2);
        refused(
                () -> model.fit(counted(10), counted(10), f -> f.stepsPerEpoch(0)),
                "stepsPerEpoch must be 1 or more, but received 0");
    }

    @Test
    void f13b_withoutItThereAreAsManyAsTheDataHave() {
        Sequential model = line(0);
        model.compile("sgd", "mse");
        model.fit(counted(10), counted(10), f -> f.batchSize(3));
        assertThat(model.iterations()).isEqualTo(4);
        Batch batch = Batch.of(column(1), column(1));
        model.fit(Dataset.sequence(new Noting(batch, batch, batch)), f -> f.epochs(2));
        assertThat(model.iterations()).isEqualTo(4 + 6);
    }

    @Test
    void f13c_aGeneratorNeedsThem() {
        Sequential model = line(0);
        model.compile("sgd", "mse");
        refused(
                () -> model.fit(Feeds.generator(Batch.of(column(1), column(1)))),
                "stepsPerEpoch is missing: a generator has no end, so say how many batches to take");
    }
}
