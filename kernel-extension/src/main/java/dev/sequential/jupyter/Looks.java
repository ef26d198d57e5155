package dev.sequential.jupyter;

import dev.sequential.display.Picture;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;

/**
 * How a type of values looks: always as text and, beside it, as a table or a picture; never both, because JupyterLab would
 * show the table alone. What cannot be drawn here, for want of fonts say, stays text.
 */
record Looks(Renderer renderer) {
    private static final String TEXT = "text/plain";
    private static final String HTML = "text/html";
    private static final String PNG = "image/png";

    <T> void table(Class<T> type, Function<T, String> text, Function<T, String> html) {
        renderer.createRegistration(type).preferring(HTML, TEXT).register((value, context) -> {
            DisplayData out = context.getOutputContainer();
            out.putData(TEXT, text.apply(value));
            out.putData(HTML, html.apply(value));
        });
    }

    <T> void picture(Class<T> type, Function<T, String> text, Function<T, Picture> draw) {
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
