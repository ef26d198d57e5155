package dev.sequential.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class Datasets_DigitsTest {
    @Test
    void holdsEveryDigitAsItsSourceDoes() {
        Examples digits = Datasets.digits();
        assertThat(digits).hasToString("1797 examples: x (1797, 64), y (1797,)");
        assertThat(digits.x().shape()).containsExactly(1797, 64);
        assertThat(digits.x().dataType()).isEqualTo(DataType.FLOAT);
        assertThat(digits.y().shape()).containsExactly(1797);
        assertThat(digits.y().dataType()).isEqualTo(DataType.INT);
        assertThat(digits.x().getRow(0).toIntVector()).startsWith(0, 0, 5, 13, 9, 1, 0, 0);
        assertThat(digits.x().sumNumber().doubleValue()).isEqualTo(561718);
        int[] counts = new int[10];
        for (int label : digits.y().toIntVector()) counts[label]++;
        assertThat(counts).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
    }

    @Test
    void splitsEveryExampleToOneSideTheSameWayForTheSameSeed() {
        Examples numbers = new Examples(Nd4j.arange(10).reshape(5, 2), Nd4j.createFromArray(0, 1, 2, 3, 4));
        Examples.Split split = numbers.split(0.4, 7);
        assertThat(split.train().size()).isEqualTo(3);
        assertThat(split.test().size()).isEqualTo(2);
        assertThat(Nd4j.concat(0, split.train().y(), split.test().y()).toIntVector())
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        for (Examples side : new Examples[] {split.train(), split.test()}) {
            for (int i = 0; i < side.size(); i++) {
                assertThat(side.x().getFloat(i, 1)).isEqualTo(2 * side.y().getInt(i) + 1);
            }
        }
        assertThat(numbers.split(0.4, 7)).isEqualTo(split);
        assertThat(numbers.split(0.4, 8)).isNotEqualTo(split);
    }

    @Test
    void refusesPartsThatDoNotFit() {
        Examples numbers = new Examples(Nd4j.arange(4), Nd4j.arange(4));
        assertThatThrownBy(() -> numbers.split(0.1, 1))
                .hasMessage("testFraction must leave some of the 4 examples on both sides, but received 0.1");
        assertThatThrownBy(() -> new Examples(Nd4j.arange(4), Nd4j.arange(3)))
                .hasMessage("x and y must have as many rows each, but received 4 and 3");
    }
}
