package dev.sequential.jupyter;

import dev.sequential.History;
import dev.sequential.Layer;
import dev.sequential.Model;
import dev.sequential.Scores;
import dev.sequential.Summary;
import dev.sequential.display.ArrayText;
import dev.sequential.display.HistoryPlot;
import dev.sequential.display.HistoryTable;
import dev.sequential.display.LayerTable;
import dev.sequential.display.Picture;
import dev.sequential.display.ScoresTable;
import dev.sequential.display.SummaryTable;
import dev.sequential.display.TextTable;
import java.awt.image.BufferedImage;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What the values of cells look like. Libraries that may be missing have classes of their own, looked at only if they are there. */
final class Renderers {
    private Renderers() {}

    static void register(Looks looks) {
        looks.table(Model.class, Renderers::text, Renderers::html);
        looks.table(Layer.class, LayerTable::text, LayerTable::html);
        looks.table(Summary.class, Summary::toString, SummaryTable::html);
        looks.table(Scores.class, Scores::toString, s -> ScoresTable.of(s).html());
        looks.table(TextTable.class, TextTable::text, TextTable::html);
        looks.table(INDArray.class, ArrayText::of, ArrayText::html);
        looks.picture(History.class, h -> HistoryTable.of(h).text(), HistoryPlot::of);
        looks.picture(Picture.class, Picture::text, p -> p);
        looks.picture(BufferedImage.class, i -> Picture.of(i).text(), Picture::of);
        if (isPresent("tech.tablesaw.api.Table")) TablesawRenderers.register(looks);
        if (isPresent("org.knowm.xchart.XYChart")) XChartRenderers.register(looks);
    }

    /** A model shows as its summary, once it has one; before, only its layers are known. */
    private static String text(Model model) {
        return model.isBuilt() ? model.summary().toString() : layers(model).text();
    }

    private static String html(Model model) {
        return model.isBuilt()
                ? SummaryTable.html(model.summary())
                : layers(model).html();
    }

    private static TextTable layers(Model model) {
        List<List<String>> rows = model.layers().stream()
                .map(l -> List.of(l.name() + " (" + l.typeName() + ")"))
                .toList();
        String note = "Model \"" + model.name()
                + "\" gets its weights with the first data, or with Input.of(…) as first layer.";
        return new TextTable(List.of("Layer (type)"), rows, note);
    }

    private static boolean isPresent(String type) {
        try {
            Class.forName(type, false, Renderers.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
