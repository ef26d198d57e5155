package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.History;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTable_TextTest {
    @Test
    void showsLastAndBestEpoch() {
        assertThat(HistoryTable.of(Histories.of(3, 1))).hasToString("""
                               epoch    loss  accuracy  val_loss  val_accuracy
                ──────────────────────────────────────────────────────────────
                last               3  0.2500    0.8750    1.1250        0.7500
                best val_loss      2  0.5000    0.7500    1.0000        0.7500""");
    }

    @Test
    void leavesOutWhatAnEpochDidNotMeasure() {
        assertThat(HistoryTable.of(Histories.of(5, 2))).hasToString("""
                               epoch    loss  accuracy  val_loss  val_accuracy
                ──────────────────────────────────────────────────────────────
                last               5  0.0625    0.9688         –             –
                best val_loss      4  0.1250    0.9375    1.0000        0.7500""");
    }

    @Test
    void judgesByTheLossWithoutValidation() {
        assertThat(HistoryTable.of(Histories.of(2, 0))).hasToString("""
                                 epoch    loss  accuracy
                ────────────────────────────────────────
                last, best loss      2  0.5000    0.7500""");
    }

    @Test
    void saysThatNothingWasTrainedOrWhyItStopped() {
        assertThat(HistoryTable.of(new History(Map.of()))).hasToString("""
                  epoch
                ───────
                No epoch was trained.""");
        History stopped = new History(Map.of());
        stopped.add(0, Map.of("loss", Double.NaN));
        stopped.stop("stopped by user");
        stopped.warn("The loss became NaN.");
        assertThat(HistoryTable.of(stopped)).hasToString("""
                      epoch  loss
                ─────────────────
                last      1   NaN
                stopped by user
                The loss became NaN.""");
    }

    @Test
    void showsAllEpochsOfAShortTraining() {
        assertThat(HistoryTable.epochs(Histories.of(4, 2))).hasToString("""
                                     epoch    loss  accuracy  val_loss  val_accuracy
                ────────────────────────────────────────────────────────────────────
                                         1  1.0000    0.5000         –             –
                                         2  0.5000    0.7500    1.2500        0.7500
                                         3  0.2500    0.8750         –             –
                last, best val_loss      4  0.1250    0.9375    1.0000        0.7500""");
    }

    @ParameterizedTest
    @CsvSource({"7, 21", "11, 22", "12, 23", "100, 23", "189, 23", "190, 22", "195, 21"})
    void showsTheEndsOfALongTrainingAndItsBestEpoch(int best, int rows) {
        History history = new History(Map.of());
        for (int epoch = 0; epoch < 200; epoch++) history.add(epoch, Map.of("loss", 1.0 + Math.abs(epoch + 1 - best)));
        TextTable table = HistoryTable.epochs(history);
        assertThat(table.rows()).hasSize(rows);
        assertThat(table.rows().get(table.bold().get(0)))
                .containsExactly("best loss", Integer.toString(best), "1.0000");
        assertThat(table.rows().get(9).get(1)).isEqualTo("10");
        assertThat(table.rows().get(rows - 10).get(1)).isEqualTo("191");
    }

    @Test
    void isAPlainTableWithTheBestInBoldInABrowser() {
        assertThat(HistoryTable.of(Histories.of(1, 0)).html()).isEqualTo("""
                <table>
                <thead>
                <tr><th style="text-align:left"></th><th>epoch</th><th>loss</th><th>accuracy</th></tr>
                </thead>
                <tbody>
                <tr><td style="text-align:left"><b>last, best loss</b></td><td><b>1</b></td><td><b>1.0000</b></td><td><b>0.5000</b></td></tr>
                </tbody>
                </table>""");
    }
}
