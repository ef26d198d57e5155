package dev.sequential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws a {@link Summary} with lines, as wide as its longest cells. */
final class SummaryText {
    private final Summary summary;
    private final boolean connections;

    SummaryText(Summary summary) {
        this.summary = summary;
        this.connections = !summary.isChain();
    }

    @Override
    public String toString() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("Layer (type)", "Output Shape", "Param #", "Connected to"));
        for (Summary.Row r : summary.rows()) {
            rows.add(
                    row(r.label(), r.outputShape().toString(), number(r.params()), String.join(", ", r.connectedTo())));
        }
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++)
                widths[i] = Math.max(widths[i], row.get(i).length());
        }
        StringBuilder text = new StringBuilder("Model: \"" + summary.model() + "\"\n");
        text.append(rule('┏', '━', '┳', '┓', widths)).append(line('┃', rows.get(0), widths));
        text.append(rule('┡', '━', '╇', '┩', widths));
        for (int i = 1; i < rows.size(); i++) {
            if (i > 1) text.append(rule('├', '─', '┼', '┤', widths));
            text.append(line('│', rows.get(i), widths));
        }
        text.append(rule('└', '─', '┴', '┘', widths));
        text.append(" Total params: ").append(number(summary.totalParams()));
        text.append("\n Trainable params: ").append(number(summary.trainableParams()));
        text.append("\n Non-trainable params: ").append(number(summary.nonTrainableParams()));
        if (summary.optimizerParams() > 0) {
            text.append("\n Optimizer params: ").append(number(summary.optimizerParams()));
        }
        return text.toString();
    }

    private List<String> row(String name, String shape, String params, String from) {
        return connections ? List.of(name, shape, params, from) : List.of(name, shape, params);
    }

    private static String rule(char left, char line, char cross, char right, int[] widths) {
        StringBuilder rule = new StringBuilder().append(left);
        for (int i = 0; i < widths.length; i++) {
            if (i > 0) rule.append(cross);
            rule.append(String.valueOf(line).repeat(widths[i] + 2));
        }
        return rule.append(right).append('\n').toString();
    }

    /** Texts to the left, the numbers of the third column to the right. */
    private static String line(char border, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder().append(border);
        for (int i = 0; i < widths.length; i++) {
            String pad = " ".repeat(widths[i] - cells.get(i).length());
            line.append(' ').append(i == 2 ? pad + cells.get(i) : cells.get(i) + pad);
            line.append(' ').append(border);
        }
        return line.append('\n').toString();
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
