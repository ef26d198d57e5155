package dev.sequential.jupyter;

import dev.sequential.History;
import dev.sequential.Scores;
import dev.sequential.Summary;
import dev.sequential.display.ArrayText;
import dev.sequential.display.DataTable;
import dev.sequential.display.HistoryPlot;
import dev.sequential.display.HistoryTable;
import dev.sequential.display.Picture;
import dev.sequential.display.ScoresTable;
import dev.sequential.display.SummaryTable;
import dev.sequential.display.TextTable;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.knowm.xchart.internal.chartpart.IChart;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.api.Table;

/**
 * What the values of cells look like: always as text and, beside it, as a table or a picture; never both, because
 * JupyterLab would show the table alone. What cannot be drawn here, for want of fonts say, stays text.
 */
final class Renderers {
    private static final String TEXT = "text/plain";
    private static final String HTML = "text/html";
    private static final String PNG = "image/png";

    private Renderers() {}

    static void register(Renderer renderer) {
        table(renderer, Summary.class, Summary::toString, SummaryTable::html);
        table(renderer, Scores.class, Scores::toString, s -> ScoresTable.of(s).html());
        table(renderer, TextTable.class, TextTable::text, TextTable::html);
        table(renderer, INDArray.class, ArrayText::of, ArrayText::html);
        table(
                renderer,
                Table.class,
                t -> DataTable.of(t).text(),
                t -> DataTable.of(t).html());
        picture(renderer, History.class, h -> HistoryTable.of(h).text(), HistoryPlot::of);
        picture(renderer, Picture.class, Picture::text, p -> p);
        picture(renderer, IChart.class, c -> "Chart " + c.getTitle(), Picture::of);
        picture(renderer, BufferedImage.class, i -> Picture.of(i).text(), Picture::of);
    }

    private static <T> void table(
            Renderer renderer, Class<T> type, Function<T, String> text, Function<T, String> html) {
        renderer.createRegistration(type).preferring(HTML, TEXT).register((value, context) -> {
            DisplayData out = context.getOutputContainer();
            out.putData(TEXT, text.apply(value));
            out.putData(HTML, html.apply(value));
        });
    }

    private static <T> void picture(
            Renderer renderer, Class<T> type, Function<T, String> text, Function<T, Picture> draw) {
        renderer.createRegistration(type).preferring(PNG, TEXT).register((value, context) -> {
            DisplayData out = context.getOutputContainer();
            try {
                Picture picture = draw.apply(value);
                out.putData(TEXT, picture.text());
                out.putData(PNG, Base64.getEncoder().encodeToString(picture.png()));
                out.putMetaData(PNG, Map.of("width", picture.width(), "height", picture.height()));
            } catch (RuntimeException
                    | LinkageError
                    | InternalError e) { // AWT throws all of them where it has no fonts
                out.putData(TEXT, text.apply(value) + "\n(This machine cannot draw: " + e + ")");
            }
        });
    }
}
