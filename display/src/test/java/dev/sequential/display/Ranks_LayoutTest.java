package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Ranks_LayoutTest {
    private static final double WIDTH = 100;
    private static final double GAP = 20;

    @Test
    void standBelowAllThatTheyTake() {
        Ranks ranks = new Ranks(List.of(List.of(), List.of(0), List.of(1), List.of(0, 2)));
        assertThat(IntStream.range(0, 4).map(ranks::rank)).containsExactly(0, 1, 2, 3);
        assertThat(ranks.ranks().get(1)).hasSize(2); // box 1 and the bend of the way from 0 to 3
        assertThat(ranks.isBend(4)).isTrue();
    }

    @Test
    void inputsStandJustAboveWhatTakesThem() {
        Ranks ranks = new Ranks(List.of(List.of(), List.of(), List.of(0), List.of(2, 1)));
        assertThat(ranks.rank(1)).isEqualTo(1);
    }

    @Test
    void untanglesCrossingWays() {
        Ranks ranks = new Ranks(List.of(List.of(), List.of(), List.of(1), List.of(0)));
        assertThat(ranks.ranks().get(0).indexOf(0) < ranks.ranks().get(0).indexOf(1))
                .isEqualTo(
                        ranks.ranks().get(1).indexOf(3) < ranks.ranks().get(1).indexOf(2));
    }

    @Test
    void aChainWithAWayAroundItIsStraightAndNothingTouches() {
        Ranks ranks = new Ranks(List.of(List.of(), List.of(0), List.of(1), List.of(2), List.of(0, 3), List.of(4)));
        int places = ranks.ranks().stream().mapToInt(List::size).sum();
        double[] widths = IntStream.range(0, places)
                .mapToDouble(i -> WIDTH + 10 * (i % 3))
                .toArray();
        double[] middles = Columns.of(ranks, widths, GAP);
        for (int box = 1; box < 6; box++) assertThat(middles[box]).isCloseTo(middles[0], within(1.0));
        for (List<Integer> rank : ranks.ranks()) {
            for (int i = 1; i < rank.size(); i++) {
                int left = rank.get(i - 1);
                int right = rank.get(i);
                double between = middles[right] - widths[right] / 2 - middles[left] - widths[left] / 2;
                assertThat(between).isGreaterThanOrEqualTo(GAP - 1e-6);
            }
        }
    }
}
