package dev.sequential.display;

import dev.sequential.Model;
import java.util.ArrayList;
import java.util.List;

/**
 * A model as boxes and arrows: a box for each use of a layer, with the shape of its results and the number of its parameters,
 * from the inputs at the top to the outputs, which have a thick frame, at the bottom. Models inside the model are drawn
 * inside their box, unless all boxes together are more than fifty.
 *
 * <pre>{@code
 * ModelDiagram.of(model).save(Path.of("model.png"));
 * }</pre>
 */
public final class ModelDiagram {
    private static final int BUDGET = 50;
    private static final int MARGIN = 16;
    /** Larger ones are shown smaller, but not much. */
    private static final double WIDTH = 1400;

    private static final double HEIGHT = 3000;
    private static final double LEAST = 0.6;

    private ModelDiagram() {}

    /**
     * The picture; its text has a line for each box.
     *
     * @throws IllegalStateException if the model does not know its input shape yet
     */
    public static Picture of(Model model) {
        List<String> lines = new ArrayList<>(List.of("Diagram of " + model.name() + ":"));
        describe(model, "  ", lines);
        String text = String.join("\n", lines);
        return Picture.later(text, () -> draw(Sheet.of(model, BUDGET), text));
    }

    private static Picture draw(Sheet sheet, String text) {
        double width = sheet.width() + 2 * MARGIN;
        double height = sheet.height() + 2 * MARGIN;
        double zoom = Math.max(LEAST, Math.min(1, Math.min(WIDTH / width, HEIGHT / height)));
        return Picture.draw((int) Math.ceil(zoom * width), (int) Math.ceil(zoom * height), text, g -> {
            g.scale(zoom, zoom);
            g.translate(MARGIN, MARGIN);
            sheet.paint(g);
        });
    }

    private static void describe(Model model, String indent, List<String> lines) {
        List<ModelPart> parts = ModelPart.of(model);
        for (ModelPart part : parts) {
            lines.add(indent + part.line(parts));
            part.inner().ifPresent(inner -> describe(inner, indent + "  ", lines));
        }
    }
}
