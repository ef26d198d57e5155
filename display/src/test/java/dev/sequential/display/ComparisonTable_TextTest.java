package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.History;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTable_TextTest {
    private final Map<String, History> histories = new LinkedHashMap<>();

    @Test
    void showsTheBestEpochOfEachTrainingAndTheBestOfAll() {
        histories.put("adam", Histories.of(5, 2));
        histories.put("sgd", Histories.of(3, 1));
        TextTable table = Show.table(histories);
        assertThat(table).hasToString("""
                training  epochs  best epoch    loss  accuracy  val_loss  val_accuracy
                ──────────────────────────────────────────────────────────────────────
                adam           5           4  0.1250    0.9375    1.0000        0.7500
                sgd            3           2  0.5000    0.7500    1.0000        0.7500
                The least val_loss, 1.0000, is that of adam in epoch 4.""");
        assertThat(table.bold()).containsExactly(0);
    }

    @Test
    void namesNoBestWhereTrainingsAreJudgedByDifferentNumbers() {
        histories.put("validated", Histories.of(2, 1));
        histories.put("not validated", Histories.of(2, 0));
        histories.put("empty", new History(Map.of()));
        TextTable table = Show.table(histories);
        assertThat(table.note()).isEmpty();
        assertThat(table.rows().get(1)).containsExactly("not validated", "2", "2", "0.5000", "0.7500", "–", "–");
        assertThat(table.rows().get(2)).containsExactly("empty", "0", "–", "–", "–", "–", "–");
    }

    @Test
    void numbersTrainingsWithoutNames() {
        assertThat(Show.table(Histories.of(1, 0), Histories.of(2, 0)).rows())
                .extracting(row -> row.get(0))
                .containsExactly("training 1", "training 2");
        assertThatThrownBy(() -> Show.table(histories)).hasMessage("histories must not be empty");
    }
}
