package dev.sequential.display;

import dev.sequential.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A training's epochs as a table. The best is the epoch with the least {@code val_loss}, or {@code loss} where there was no
 * validation; its row is bold in a browser.
 *
 * <pre>{@code
 * System.out.println(HistoryTable.of(history));
 * System.out.println(HistoryTable.epochs(history));
 * }</pre>
 */
public final class HistoryTable {
    static final String NOTHING = "No epoch was trained.";
    private static final int AT_EACH_END = 10;

    private final History history;
    private final Optional<Best> best;
    private final int last;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> bold = new ArrayList<>();

    private HistoryTable(History history) {
        this.history = history;
        this.best = Best.of(history);
        this.last = history.epoch().isEmpty()
                ? -1
                : history.epoch().get(history.epoch().size() - 1);
    }

    /** The last and the best epoch: a row each, or one row where the last is the best; epochs are counted from 1. */
    public static TextTable of(History history) {
        HistoryTable table = new HistoryTable(history);
        if (table.last >= 0) table.add(table.last);
        table.best.map(Best::epoch).filter(e -> e != table.last).ifPresent(table::add);
        return table.finished();
    }

    /** Every epoch; of more than twenty the first and last ten and the best. */
    public static TextTable epochs(History history) {
        HistoryTable table = new HistoryTable(history);
        List<Integer> epochs = history.epoch();
        int best = table.best.map(b -> epochs.indexOf(b.epoch())).orElse(-1);
        int end = 0;
        for (int i : Elision.of(epochs.size(), AT_EACH_END)) {
            if (i != Elision.GAP) {
                table.add(epochs.get(i));
                end = i + 1;
                continue;
            }
            boolean within = best >= end && best < epochs.size() - AT_EACH_END;
            if (!within || best > end) table.gap();
            if (!within) continue;
            table.add(epochs.get(best));
            if (best < epochs.size() - AT_EACH_END - 1) table.gap();
        }
        return table.finished();
    }

    /** What an epoch measured, by the names of all numbers; a dash for what it did not. */
    static List<String> numbers(History history, int epoch, Iterable<String> names) {
        List<String> numbers = new ArrayList<>();
        for (String name : names) {
            int at = history.epochs(name).indexOf(epoch);
            numbers.add(
                    at < 0 ? "–" : Numbers.decimal(history.history().get(name).get(at)));
        }
        return numbers;
    }

    private void add(int epoch) {
        List<String> labels = new ArrayList<>();
        if (epoch == last) labels.add("last");
        best.filter(b -> b.epoch() == epoch).ifPresent(b -> {
            labels.add("best " + b.judge());
            bold.add(rows.size());
        });
        List<String> row = new ArrayList<>(List.of(String.join(", ", labels), Integer.toString(epoch + 1)));
        row.addAll(numbers(history, epoch, history.history().keySet()));
        rows.add(row);
    }

    private void gap() {
        List<String> row = new ArrayList<>(List.of("", "…"));
        for (Map.Entry<String, ?> ignored : history.history().entrySet()) row.add("…");
        rows.add(row);
    }

    private TextTable finished() {
        List<String> header = new ArrayList<>(List.of("", "epoch"));
        header.addAll(history.history().keySet());
        List<String> notes = new ArrayList<>(history.warnings());
        if (!history.stopReason().isEmpty()) notes.add(0, history.stopReason());
        if (rows.isEmpty()) notes.add(0, NOTHING);
        return new TextTable(header, rows, String.join("\n", notes), bold);
    }
}
