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

    /** Name, table and totals. */
    public static String html(Summary summary) {
        String totals = "Total params: " + Numbers.grouped(summary.totalParams()) + "<br>Trainable params: "
                + Numbers.grouped(summary.trainableParams()) + "<br>Non-trainable params: "
                + Numbers.grouped(summary.nonTrainableParams());
        if (summary.optimizerParams() > 0) {
            totals += "<br>Optimizer params: " + Numbers.grouped(summary.optimizerParams());
        }
        return "<p>Model: <b>" + TextTable.escape(summary.model()) + "</b></p>\n"
                + of(summary).html() + "\n<p>" + totals + "</p>";
    }
}
