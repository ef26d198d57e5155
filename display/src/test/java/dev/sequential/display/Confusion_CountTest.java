package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Confusion_CountTest {
    private final INDArray labels = Nd4j.createFromArray(0, 1, 2, 1);
    private final INDArray probabilities =
            Nd4j.createFromArray(new float[][] {{.8f, .1f, .1f}, {.3f, .4f, .3f}, {.2f, .7f, .1f}, {.9f, .1f, 0}});

    @Test
    void countsClassesOfProbabilities() {
        assertThat(DataTable.of(Confusion.of(labels, probabilities))).hasToString("""
                true \\ predicted    0    1    2
                          string  int  int  int
                ───────────────────────────────
                               0    1    0    0
                               1    1    1    0
                               2    0    1    0""");
    }

    @Test
    void namesClasses() {
        assertThat(DataTable.of(Confusion.of(labels, probabilities, "cat", "dog", "owl")))
                .hasToString("""
                true \\ predicted  cat  dog  owl
                string            int  int  int
                ───────────────────────────────
                cat                 1    0    0
                dog                 1    1    0
                owl                 0    1    0""");
    }

    @Test
    void takesOneHotRowsAndTheProbabilityOfTheSecondOfTwoClasses() {
        INDArray oneHot = Nd4j.createFromArray(new int[][] {{1, 0}, {0, 1}, {0, 1}});
        INDArray sigmoid = Nd4j.createFromArray(new float[][] {{0.2f}, {0.5f}, {0.51f}});
        assertThat(DataTable.of(Confusion.of(oneHot, sigmoid)).rows())
                .containsExactly(java.util.List.of("0", "1", "0"), java.util.List.of("1", "1", "1"));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> Confusion.of(labels, Nd4j.createFromArray(1, 2)))
                .hasMessage("labels and predictions must be of equal number, but received 4 and 2");
        assertThatThrownBy(() -> Confusion.of(labels, probabilities, "cat", "dog"))
                .hasMessage("classNames must name 3 classes, but received 2");
        assertThatThrownBy(() -> Confusion.of(labels.add(-1), labels))
                .hasMessage("classes must be 0 or more, but received -1");
        assertThatThrownBy(() -> Confusion.of(labels, Nd4j.zeros(2, 2, 2)))
                .hasMessage("predictions must have shape (n,), (n, 1) or (n, classes), but received (2, 2, 2)");
    }
}
