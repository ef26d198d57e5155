package dev.sequential.display;

import dev.sequential.History;
import dev.sequential.Training;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Several trainings side by side, each with the numbers of its best epoch: the one with the least {@code val_loss}, or
 * {@code loss} where there was no validation.
 *
 * <pre>{@code
 * TrainingsTable.of(Trainings.all())
 * }</pre>
 */
public final class TrainingsTable {
    private static final List<String> HEADER =
            List.of("", "model", "params", "optimizer", "time", "epochs", "best epoch");

    private TrainingsTable() {}

    /** One row a training, numbered in the order given, and one column a number that any of them has. */
    public static TextTable of(List<Training> trainings) {
        Set<String> names = new LinkedHashSet<>();
        trainings.forEach(t -> names.addAll(t.history().history().keySet()));
        List<String> header = new ArrayList<>(HEADER);
        header.addAll(names);
        List<List<String>> rows = new ArrayList<>();
        for (Training training : trainings) rows.add(row(rows.size() + 1, training, names));
        String note = trainings.isEmpty() ? "No model has been trained yet." : "Numbers are those of the best epoch.";
        return new TextTable(header, rows, note);
    }

    private static List<String> row(int number, Training training, Set<String> names) {
        History history = training.history();
        int best = Best.of(history).map(Best::epoch).orElse(-1);
        List<String> row = new ArrayList<>(List.of(
                Integer.toString(number),
                training.model(),
                Numbers.grouped(training.params()),
                training.optimizer(),
                String.format(Locale.ROOT, "%.1f s", training.seconds()),
                Integer.toString(history.epoch().size()),
                best < 0 ? "–" : Integer.toString(best + 1)));
        row.addAll(HistoryTable.numbers(history, best, names));
        return row;
    }
}
