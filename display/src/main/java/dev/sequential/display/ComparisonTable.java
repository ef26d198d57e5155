package dev.sequential.display;

import dev.sequential.History;
import dev.sequential.engine.Check;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Trainings side by side: how long each was, which epoch is its best, and what that epoch measured. Bold is the best of all,
 * where all are judged by the same number.
 *
 * <pre>{@code
 * System.out.println(ComparisonTable.of(Map.of("adam", first, "sgd", second)));
 * }</pre>
 */
public final class ComparisonTable {
    private ComparisonTable() {}

    /** A row each, in the map's order. */
    public static TextTable of(Map<String, History> histories) {
        Check.that(!histories.isEmpty(), "histories must not be empty");
        Set<String> names = new LinkedHashSet<>();
        histories.values().forEach(h -> names.addAll(h.history().keySet()));
        List<String> header = new ArrayList<>(List.of("training", "epochs", "best epoch"));
        header.addAll(names);

        Set<String> judges = new LinkedHashSet<>();
        List<List<String>> rows = new ArrayList<>();
        Best least = null;
        String winner = "";
        int bold = 0;
        for (Map.Entry<String, History> entry : histories.entrySet()) {
            History history = entry.getValue();
            Best best = Best.of(history).orElse(null);
            if (best != null) judges.add(best.judge());
            if (best != null && (least == null || best.value() < least.value())) {
                least = best;
                winner = entry.getKey();
                bold = rows.size();
            }
            rows.add(row(entry.getKey(), history, best, names));
        }
        if (judges.size() != 1 || rows.size() == 1) return TextTable.of(header, rows);
        String note = "The least " + least.judge() + ", " + Numbers.decimal(least.value()) + ", is that of " + winner
                + " in epoch " + (least.epoch() + 1) + ".";
        return new TextTable(header, rows, note, List.of(bold));
    }

    private static List<String> row(String name, History history, Best best, Set<String> names) {
        List<String> row = new ArrayList<>(List.of(
                name,
                Integer.toString(history.epoch().size()),
                best == null ? "–" : Integer.toString(best.epoch() + 1)));
        row.addAll(HistoryTable.numbers(history, best == null ? -1 : best.epoch(), names));
        return row;
    }
}
