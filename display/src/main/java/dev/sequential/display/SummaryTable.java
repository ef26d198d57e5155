package dev.sequential.display;

import dev.sequential.Summary;
import java.util.ArrayList;
import java.util.List;

/** A model's summary for a browser; its text is {@link Summary#toString()}. */
public final class SummaryTable {
    private SummaryTable() {}

    /** One row a layer: name and type, output shape, parameters and, where it is not a plain chain, what it takes. */
    public static TextTable of(Summary summary) {
        List<String> header = new ArrayList<>(List.of("Layer (type)", "Output shape", "Param #"));
        boolean connections = !summary.isChain();
        if (connections) header.add("Connected to");
        List<List<String>> rows = new ArrayList<>();
        for (Summary.Row row : summary.rows()) {
            List<String> cells =
                    new ArrayList<>(List.of(row.label(), row.outputShape().toString(), Numbers.grouped(row.params())));
            if (connections) cells.add(String.join(", ", row.connectedTo()));
            rows.add(cells);
        }
        return TextTable.of(header, rows);
    }

    /** Name, table and totals, and below them the models inside, each closed until a click opens it. */
    public static String html(Summary summary) {
        StringBuilder html =
                new StringBuilder("<p>Model: <b>" + Html.escape(summary.model()) + "</b></p>\n" + contents(summary));
        for (Summary inside : summary.inside()) {
            html.append("\n<details><summary>Inside ").append(Html.escape(inside.model()));
            html.append("</summary>\n").append(html(inside)).append("\n</details>");
        }
        return html.toString();
    }

    private static String contents(Summary summary) {
        List<String> totals = new ArrayList<>(List.of(
                "Total params: " + Numbers.grouped(summary.totalParams()),
                "Trainable params: " + Numbers.grouped(summary.trainableParams()),
                "Non-trainable params: " + Numbers.grouped(summary.nonTrainableParams())));
        if (summary.optimizerParams() > 0) {
            totals.add("Optimizer params: " + Numbers.grouped(summary.optimizerParams()));
        }
        return of(summary).html() + "\n<p>" + String.join("<br>", totals) + "</p>";
    }
}
