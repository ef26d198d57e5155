package dev.sequential.display;

import dev.sequential.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

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
        String judge = judge(history);
        int best = best(history).orElse(last);
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

    /** The best epoch, counted from 0, unless no number of it is one. */
    static OptionalInt best(History history) {
        String judge = judge(history);
        List<Double> values = history.history().getOrDefault(judge, List.of());
        return IntStream.range(0, values.size())
                .filter(i -> !values.get(i).isNaN())
                .boxed()
                .min(Comparator.comparing(values::get))
                .map(i -> OptionalInt.of(history.epochs(judge).get(i)))
                .orElse(OptionalInt.empty());
    }

    private static String judge(History history) {
        return history.history().containsKey("val_loss") ? "val_loss" : "loss";
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
