package dev.sequential.contract;

import static dev.sequential.contract.Feeds.batch;
import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.close;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.losses;
import static dev.sequential.contract.Fixtures.naught;
import static dev.sequential.contract.Fixtures.refused;
import static dev.sequential.contract.Fixtures.sizes;
import static dev.sequential.contract.Fixtures.slope;
import static dev.sequential.contract.Fixtures.twoInputs;
import static dev.sequential.contract.Fixtures.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.Fit;
import dev.sequential.History;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.contract.Feeds.Noting;
import dev.sequential.optimizers.SGD;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Section 20.6, fit_generator: what batches are, how many there are, what is told and recorded. */
class FitGenerator_DataRowsTest implements Rows {
    @Test
    void g0_defaultsAreThoseOfFit() {
        Fit defaults = Fit.of(f -> {});
        assertThat(defaults.epochs()).isEqualTo(1);
        assertThat(defaults.stepsPerEpoch()).isEmpty();
        assertThat(defaults.verbose()).isEqualTo(1);
        assertThat(defaults.queueing().maxQueueSize()).isEqualTo(10);
        assertThat(defaults.queueing().workers()).isEqualTo(1);
        assertThat(defaults.queueing().useMultiprocessing()).isFalse();
        refused(
                () -> naught(STILL).fitGenerator(Dataset.of(column(1), column(1))),
                "fitGenerator takes Dataset.generator(…) or Dataset.sequence(…), but received Batch of x, y. Arrays are for fit.");
        refused(
                () -> naught(STILL).fitGenerator(null, f -> {}),
                "fitGenerator takes Dataset.generator(…) or Dataset.sequence(…), but received null. Arrays are for fit.");
    }

    @Test
    void g1a_batchesOfInputsAndTargetsAreTrainedOn() {
        Sequential model = naught(SGD.of(0.1));
        model.fitGenerator(Feeds.generator(Batch.of(column(1, 1), column(5, 5))), f -> f.stepsPerEpoch(3));
        assertThat(slope(model)).isCloseTo(0.3, close());
        assertThat(model.iterations()).isEqualTo(3);
    }

    @Test
    void g1b_batchesMayBringWeights() {
        Sequential model = naught(STILL);
        Batch weighted = Batch.of(column(0, 0), column(1, 4), vector(1, 0.5));
        assertThat(model.fitGenerator(Feeds.generator(weighted), f -> f.stepsPerEpoch(2))
                        .history()
                        .get("loss"))
                .containsExactly(3 / 2.0);
    }

    /** The example of Keras's documentation: lines of a file, a batch each, again and again. */
    @Test
    void g1c_aGeneratorThatReadsAFileWithInputsByName(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("data.csv"), List.of("1,2,8", "2,1,7", "0,3,9"));
        Iterator<Batch> endless = new Iterator<>() {
            private BufferedReader lines;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Batch next() {
                try {
                    if (lines == null) lines = Files.newBufferedReader(file);
                    String line = lines.readLine();
                    if (line == null) {
                        lines.close();
                        lines = null;
                        return next();
                    }
                    String[] cells = line.split(",");
                    return Batch.of(
                            Map.of(
                                    "input_1",
                                    column(Double.parseDouble(cells[0])),
                                    "input_2",
                                    column(Double.parseDouble(cells[1]))),
                            Map.of("output", column(Double.parseDouble(cells[2]))));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        Model model = twoInputs(); // output = input_1 + 2 input_2; the file says 2 input_1 + 3 input_2
        model.compile(SGD.of(0.05), "mse");
        History history = model.fitGenerator(
                Dataset.generator(endless), f -> f.stepsPerEpoch(3).epochs(60));
        assertThat(history.history().get("loss").get(59)).isLessThan(1e-3);
        assertThat(model.getWeights().get(0).getDouble(0)).isCloseTo(2, org.assertj.core.api.Assertions.within(0.05));
        assertThat(model.getWeights().get(1).getDouble(0)).isCloseTo(3, org.assertj.core.api.Assertions.within(0.05));
    }

    @Test
    void g1d_arraysOfABatchHaveTheSameLength() {
        refused(
                () -> naught(STILL)
                        .fitGenerator(
                                Feeds.generator(Batch.of(column(1), column(1)), Batch.of(column(1, 2), column(1))),
                                f -> f.stepsPerEpoch(2)),
                "Batch 2 of a generator: x has 2 rows, but y has 1. Each sample needs its target.");
        Model two = twoInputs();
        two.compile(STILL, "mae");
        refused(
                () -> two.fitGenerator(
                        Feeds.generator(Batch.of(List.of(column(1, 2), column(1)), column(1, 2))),
                        f -> f.stepsPerEpoch(1)),
                "Batch 1 of a generator: All arrays of x must have the same number of rows, but \"input_1\" has 2 and \"input_2\" has 1");
    }

    @Test
    void g1e_theLossOfAnEpochIsWeighedByTheRowsOfItsBatches() {
        // section 9.4: batches of 2, 2 and 1 rows with the losses 1, 2 and 6
        History history = naught(STILL)
                .fitGenerator(Feeds.generator(batch(2, 1), batch(2, 2), batch(1, 6)), f -> f.stepsPerEpoch(3));
        assertThat(history.history().get("loss").get(0)).isCloseTo(2.4, close());
    }

    @Test
    void g1f_theNextEpochGoesOnWithTheSameGenerator() {
        List<Double> seen = new ArrayList<>();
        int[] made = {0};
        naught(STILL)
                .fitGenerator(
                        Dataset.generator(() -> batch(1, made[0]++)),
                        f -> f.stepsPerEpoch(3).epochs(3).callbacks(losses(seen)));
        assertThat(seen).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0);
    }

    @Test
    void g2a_anEpochHasAsManyUpdatesAsStepsPerEpoch() {
        List<Integer> sizes = new ArrayList<>();
        Sequential model = naught(STILL);
        model.fitGenerator(
                Feeds.generator(batch(1, 0), batch(3, 0)),
                f -> f.stepsPerEpoch(5).epochs(2).callbacks(sizes(sizes)));
        assertThat(sizes).containsExactly(1, 3, 1, 3, 1, 3, 1, 3, 1, 3);
        assertThat(model.iterations()).isEqualTo(10);
    }

    @Test
    void g2b_aSequenceSaysAtEachEpochHowManyBatchesItHas() {
        List<Integer> lengths = new ArrayList<>(List.of(2, 4, 1));
        List<Double> seen = new ArrayList<>();
        dev.sequential.data.Sequence growing = new dev.sequential.data.Sequence() {
            @Override
            public int length() {
                return lengths.get(0);
            }

            @Override
            public Batch get(int index) {
                return batch(1, index);
            }

            @Override
            public void onEpochEnd() {
                if (lengths.size() > 1) lengths.remove(0);
            }
        };
        naught(STILL)
                .fitGenerator(
                        Dataset.sequence(growing),
                        f -> f.epochs(3).shuffle(false).callbacks(losses(seen)));
        assertThat(seen).containsExactly(0.0, 1.0, 0.0, 1.0, 2.0, 3.0, 0.0);
        refused(
                () -> naught(STILL).fitGenerator(Feeds.generator(batch(1, 0))),
                "stepsPerEpoch is missing: a generator has no end, so say how many batches to take");
        refused(
                () -> naught(STILL).fitGenerator(Dataset.sequence(new Noting())),
                "The Sequence has no batches: its length() is 0");
    }

    @Test
    void g9_classWeightsMultiplyTheWeightsOfEachBatchInTraining() {
        Sequential model = naught(STILL);
        Batch plain = Batch.of(column(0, 0), column(1, 2));
        Batch weighted = Batch.of(column(0, 0), column(1, 2), vector(3, 0.5));
        History history = model.fitGenerator(
                Feeds.generator(plain, weighted),
                f -> f.stepsPerEpoch(2)
                        .classWeight(Map.of(1, 10, 2, 100))
                        .validationData(Feeds.generator(plain))
                        .validationSteps(1));
        assertThat(history.history().get("loss").get(0)).isCloseTo(((10 + 200) / 2.0 + (30 + 100) / 2.0) / 2, close());
        assertThat(history.history().get("val_loss")).containsExactly(1.5);
        refused(
                () -> model.fitGenerator(
                        Feeds.generator(plain, batch(1, 7)),
                        f -> f.stepsPerEpoch(2).classWeight(Map.of(1, 10, 2, 100))),
                "Batch 2 of a generator: classWeight has no weight for classes [7], which occur in y; it has [1, 2]");
    }

    /** Keras's tuples of 1 or 4 are no {@link Batch}; a raw generator may still give anything. */
    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void g16_whatIsNoBatchOfInputsAndTargetsIsRefused() {
        refused(
                () -> naught(STILL).fitGenerator(Feeds.generator(Batch.of(column(1))), f -> f.stepsPerEpoch(1)),
                "Batch 1 of a generator: y is missing: the loss compares the outputs [line] with it");
        refused(
                () -> naught(STILL)
                        .fitGenerator(
                                Feeds.generator(
                                        batch(1, 0), Batch.of(column(1, 2).reshape(1, 2), column(1))),
                                f -> f.stepsPerEpoch(2)),
                "Batch 2 of a generator: Model \"sequential_1\" expects x of shape (None, 1), but received shape (1, 2). Mend the data, or begin the model with Input.of(2).");
        for (int workers : new int[] {0, 1, 3}) {
            for (Object thing : List.of(column(1), List.of(column(1), column(1)), "batch")) {
                refused(
                        () -> naught(STILL)
                                .fitGenerator(
                                        Dataset.generator((Iterator)
                                                Stream.generate(() -> thing).iterator()),
                                        f -> f.stepsPerEpoch(1).workers(workers)),
                        "A generator must give batches, such as Batch.of(x, y), but gave "
                                + thing.getClass().getSimpleName());
            }
            refused(
                    () -> naught(STILL)
                            .fitGenerator(
                                    Dataset.generator((java.util.function.Supplier<Batch>) () -> null),
                                    f -> f.stepsPerEpoch(1).workers(workers)),
                    "A generator must give batches, such as Batch.of(x, y), but gave null");
        }
    }
}
