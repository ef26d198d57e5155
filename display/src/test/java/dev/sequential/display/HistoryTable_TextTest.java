package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.History;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
                ────────────────────────────
                last, best loss      1   NaN
                stopped by user
                The loss became NaN.""");
    }

    @Test
    void isAPlainTableInABrowser() {
        assertThat(HistoryTable.of(Histories.of(1, 0)).html()).isEqualTo("""
                <table>
                <thead>
                <tr><th></th><th>epoch</th><th>loss</th><th>accuracy</th></tr>
                </thead>
                <tbody>
                <tr><td>last, best loss</td><td>1</td><td>1.0000</td><td>0.5000</td></tr>
                </tbody>
                </table>""");
    }
}
