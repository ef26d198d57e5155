package dev.sequential.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Examples_WindowsTest {
    private final INDArray series = Nd4j.createFromArray(new float[][] {{0, 10}, {1, 11}, {2, 12}, {3, 13}, {4, 14}});

    @Test
    void eachIsFollowedByItsTarget() {
        Examples windows = Examples.windows(series, 3);
        assertThat(windows).hasToString("2 examples: x (2, 3, 2), y (2, 2)");
        assertThat(windows.x().ravel().toFloatVector()).containsExactly(0, 10, 1, 11, 2, 12, 1, 11, 2, 12, 3, 13);
        assertThat(windows.y().ravel().toFloatVector()).containsExactly(3, 13, 4, 14);
        assertThat(Examples.windows(series.getColumn(0), 4)).hasToString("1 examples: x (1, 4, 1), y (1, 1)");
    }

    @Test
    void theLastOnesAreHeldBackInOrder() {
        Examples.Split split = Examples.windows(series, 1).splitInOrder(0.25);
        assertThat(split.train().y().getColumn(0).toFloatVector()).containsExactly(1, 2, 3);
        assertThat(split.test().y().getColumn(0).toFloatVector()).containsExactly(4);
        assertThat(split.train().first(2).x().ravel().toFloatVector()).containsExactly(0, 10, 1, 11);
    }

    @Test
    void needASeriesLongerThanThemselves() {
        assertThatThrownBy(() -> Examples.windows(series, 5))
                .hasMessage("a series of 5 steps has no window of 5 with a value after it");
        assertThatThrownBy(() -> Examples.windows(Nd4j.zeros(2, 2, 2), 1))
                .hasMessage("series must have shape (steps,) or (steps, features), but received (2, 2, 2)");
    }
}
