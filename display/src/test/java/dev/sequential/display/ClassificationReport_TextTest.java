package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class ClassificationReport_TextTest {
    /** The example and, with {@code digits=4}, the numbers of scikit-learn's documentation. */
    @Test
    void countsAsScikitLearn() {
        TextTable report = ClassificationReport.of(
                Nd4j.createFromArray(0, 1, 2, 2, 2),
                Nd4j.createFromArray(0, 0, 2, 2, 1),
                "class 0",
                "class 1",
                "class 2");
        assertThat(report).hasToString("""
                class             precision  recall      f1  support
                ────────────────────────────────────────────────────
                class 0              0.5000  1.0000  0.6667        1
                class 1              0.0000  0.0000  0.0000        1
                class 2              1.0000  0.6667  0.8000        3
                accuracy                             0.6000        5
                macro average        0.5000  0.5556  0.4889        5
                weighted average     0.7000  0.6000  0.6133        5""");
    }

    @Test
    void leavesOutClassesThatNeverOccur() {
        TextTable report = Show.report(Nd4j.createFromArray(0, 3), Nd4j.createFromArray(0, 0));
        assertThat(report.rows()).extracting(row -> row.get(0)).startsWith("0", "3", "accuracy");
        assertThat(report.rows().get(3)).isEqualTo(List.of("macro average", "0.2500", "0.5000", "0.3333", "2"));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> Show.report(Nd4j.createFromArray(0, 1), Nd4j.createFromArray(0)))
                .hasMessage("labels and predictions must be of equal number, but received 2 and 1");
    }
}
