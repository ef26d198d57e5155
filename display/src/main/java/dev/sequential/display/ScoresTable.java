package dev.sequential.display;

import dev.sequential.Scores;
import java.util.List;

/** Loss and metrics of an evaluation as a table of one row. */
public final class ScoresTable {
    private ScoresTable() {}

    /** One column a number, in the order of {@code model.metricsNames()}. */
    public static TextTable of(Scores scores) {
        return TextTable.of(
                List.copyOf(scores.asMap().keySet()),
                List.of(scores.values().stream().map(Numbers::decimal).toList()));
    }
}
