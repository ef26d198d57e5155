package dev.sequential.display;

import dev.sequential.History;
import java.awt.Color;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The course of a training: a panel for the loss and one for each metric, with a line for training and, where there was
 * one, for validation, over the epochs from 1.
 *
 * <pre>{@code
 * HistoryPlot.of(history).save(Path.of("history.png"));
 * }</pre>
 */
public final class HistoryPlot {
    private static final int COLUMNS = 2;

    private HistoryPlot() {}

    /** The picture; its text is that of {@link HistoryTable}. */
    public static Picture of(History history) {
        String text = HistoryTable.of(history).text();
        List<String> names = panels(history);
        if (names.isEmpty()) {
            return Picture.draw(HistoryPanel.WIDTH, 40, text, g -> {
                g.setColor(Color.DARK_GRAY);
                g.drawString("No epoch was trained.", 12, 25);
            });
        }
        int columns = Math.min(COLUMNS, names.size());
        int rows = (names.size() + columns - 1) / columns;
        return Picture.draw(columns * HistoryPanel.WIDTH, rows * HistoryPanel.HEIGHT, text, g -> {
            for (int i = 0; i < names.size(); i++) {
                var at = (java.awt.Graphics2D) g.create();
                at.translate(i % columns * HistoryPanel.WIDTH, i / columns * HistoryPanel.HEIGHT);
                HistoryPanel.of(history, names.get(i)).paint(at, HistoryPanel.WIDTH, HistoryPanel.HEIGHT);
                at.dispose();
            }
        });
    }

    /** Names without {@code val_}, each once, in the history's order. */
    private static List<String> panels(History history) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : history.history().keySet()) {
            names.add(
                    name.startsWith(HistoryPanel.VALIDATION) ? name.substring(HistoryPanel.VALIDATION.length()) : name);
        }
        return List.copyOf(names);
    }
}
