package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.History;
import dev.sequential.Training;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingsTable_TextTest {
    @Test
    void showsEachByItsBestEpoch() {
        List<Training> trainings = List.of(
                new Training("wide", 1234, "Adam[learningRate=0.001]", 12.34, Histories.of(3, 1)),
                new Training("deep", 99, "SGD[learningRate=0.01]", 0.5, Histories.of(2, 0)));
        assertThat(TrainingsTable.of(trainings)).hasToString("""
                   model  params  optimizer                 time    epochs  best epoch    loss  accuracy  val_loss  val_accuracy
                ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                1  wide    1,234  Adam[learningRate=0.001]  12.3 s       3           2  0.5000    0.7500    1.0000        0.7500
                2  deep       99  SGD[learningRate=0.01]    0.5 s        2           2  0.5000    0.7500         –             –
                Numbers are those of the best epoch.""");
    }

    @Test
    void showsOneThatWasStoppedBeforeItsFirstEpochEnded() {
        assertThat(TrainingsTable.of(List.of(new Training("m", 1, "SGD", 0, new History(Map.of()))))
                        .rows())
                .containsExactly(List.of("1", "m", "1", "SGD", "0.0 s", "0", "–"));
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(TrainingsTable.of(List.of()).note()).isEqualTo("No model has been trained yet.");
    }
}
