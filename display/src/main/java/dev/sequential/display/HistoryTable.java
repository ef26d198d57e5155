package dev.sequential.display;

import dev.sequential.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A training's last and best epoch as a table. The best is the epoch with the least {@code val_loss}, or {@code loss}
 * where there was no validation.
 *
 * <pre>{@code
 * System.out.println(HistoryTable.of(history));
 * }</pre>
 */
public final class HistoryTable {
    private HistoryTable() {}

    /** The table: one row each, or one row where the last epoch is the best; epochs are counted from 1. */
    public static TextTable of(History history) {
        List<String> header = new ArrayList<>(List.of("", "epoch"));
        header.addAll(history.history().keySet());
        if (history.epoch().isEmpty()) return new TextTable(header, List.of(), "No epoch was trained.");

        int last = history.epoch().get(history.epoch().size() - 1);
        String judge = history.history().containsKey("val_loss") ? "val_loss" : "loss";
        int best = best(history, judge, last);
        List<List<String>> rows = new ArrayList<>();
        if (best == last) {
            rows.add(row("last, best " + judge, last, history));
        } else {
            rows.add(row("last", last, history));
            rows.add(row("best " + judge, best, history));
        }
        List<String> notes = new ArrayList<>(history.warnings());
        if (!history.stopReason().isEmpty()) notes.add(0, history.stopReason());
        return new TextTable(header, rows, String.join("\n", notes));
    }

    private static int best(History history, String judge, int otherwise) {
        List<Double> values = history.history().getOrDefault(judge, List.of());
        int best = -1;
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isNaN() && (best < 0 || values.get(i) < values.get(best))) best = i;
        }
        return best < 0 ? otherwise : history.epochs(judge).get(best);
    }

    private static List<String> row(String label, int epoch, History history) {
        List<String> row = new ArrayList<>(List.of(label, Integer.toString(epoch + 1)));
        for (Map.Entry<String, List<Double>> numbers : history.history().entrySet()) {
            int at = history.epochs(numbers.getKey()).indexOf(epoch);
            row.add(at < 0 ? "–" : Numbers.decimal(numbers.getValue().get(at)));
        }
        return row;
    }
}
