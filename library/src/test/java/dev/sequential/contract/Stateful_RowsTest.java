package dev.sequential.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import dev.sequential.layers.LSTM;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Models that carry states from batch to batch: contract 9.8, rows X5 and P11b of section 20. */
class Stateful_RowsTest implements Rows {
    private static final int BATCH = 2;

    private final INDArray x = Nd4j.rand(4, 3, 2);
    private final INDArray y = Nd4j.rand(4, 1);

    private static Model model(boolean stateful) {
        Model model =
                Sequential.of(Input.of(3, 2).batchSize(BATCH), LSTM.of(4, l -> l.stateful(stateful)), Dense.of(1));
        model.compile("sgd", "mse");
        return model;
    }

    private INDArray rows(int from, int to) {
        return x.get(NDArrayIndex.interval(from, to)).dup('c');
    }

    @Test
    void x5_statesGoOnFromBatchToBatchUntilTheyAreReset() {
        Model model = model(true);
        INDArray first = model.predictOnBatch(rows(0, 2));
        INDArray again = model.predictOnBatch(rows(0, 2));
        assertThat(again).isNotEqualTo(first);
        model.resetStates();
        assertThat(model.predictOnBatch(rows(0, 2))).isEqualTo(first);
    }

    @Test
    void x5_aSequenceInTwoBatchesIsThatOfOneCallOnBothHalves() {
        Model whole = Sequential.of(Input.of(6, 2), LSTM.of(4), Dense.of(1));
        Model halves = model(true);
        halves.setWeights(whole.getWeights());
        INDArray sequence = Nd4j.rand(BATCH, 6, 2);
        halves.predictOnBatch(
                sequence.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 3)).dup('c'));
        INDArray end = halves.predictOnBatch(
                sequence.get(NDArrayIndex.all(), NDArrayIndex.interval(3, 6)).dup('c'));
        INDArray expected = whole.predict(sequence);
        assertThat(end.sub(expected).amaxNumber().doubleValue()).isLessThan(1e-6);
    }

    @Test
    void x5_statesGoOnInTrainingAndTestingToo() {
        Model model = model(true);
        double first = model.testOnBatch(rows(0, 2), y.get(NDArrayIndex.interval(0, 2)))
                .loss();
        double second = model.testOnBatch(rows(0, 2), y.get(NDArrayIndex.interval(0, 2)))
                .loss();
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void x5_rowsMustFillWholeBatches() {
        Model model = model(true);
        assertThatThrownBy(() -> model.fit(rows(0, 3), y.get(NDArrayIndex.interval(0, 3)), f -> f.verbose(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Model \"" + model.name()
                        + "\" carries states from batch to batch, so what is trained on must be"
                        + " a multiple of its batch size 2, but has 3 rows");
        assertThatThrownBy(() -> model.fit(x, y, f -> f.validationSplit(0.25).verbose(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but has 1 rows");
        assertThatThrownBy(() -> model.fit(x, y, f -> f.batchSize(4).verbose(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "batchSize is 4, but the input of model \"" + model.name() + "\" has a fixed batch size of 2");
    }

    @Test
    void x5_shufflingIsWarnedOf() {
        assertThat(model(true).fit(x, y, f -> f.verbose(0)).warnings())
                .containsExactly("The model carries states from batch to batch; shuffled rows tear sequences apart."
                        + " Set shuffle(false).");
        assertThat(model(true).fit(x, y, f -> f.shuffle(false).verbose(0)).warnings())
                .isEmpty();
        assertThat(model(false).fit(x, y, f -> f.verbose(0)).warnings()).isEmpty();
    }

    @Test
    void p11b_predictRefusesAnIncompleteBatch() {
        Model model = model(true);
        assertThat(model.predict(x).shape()).containsExactly(4, 1);
        assertThatThrownBy(() -> model.predict(rows(0, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Model \"" + model.name()
                        + "\" carries states from batch to batch, so x must be a multiple of its"
                        + " batch size 2, but has 3 rows");
        assertThatThrownBy(() -> model.predictOnBatch(rows(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Model \"" + model.name()
                        + "\" carries states from batch to batch, so a batch must have 2 rows, but has 1");
    }
}
