package dev.sequential.jupyter;

import dev.sequential.display.Picture;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * How types of values look: always as text and, beside it, as a table or a picture; never both, because JupyterLab would
 * show the table alone. What cannot be drawn here, for want of fonts say, stays text.
 */
interface Looks {
    String TEXT = "text/plain";
    String HTML = "text/html";
    String PNG = "image/png";

    /**
     * One value as Jupyter takes it.
     *
     * @param data by media type
     * @param metadata the same
     */
    record Look(Map<String, String> data, Map<String, Object> metadata) {}

    /** Takes how values of a type look; {@code kind} is the media type beside the text. */
    <T> void register(Class<T> type, String kind, Function<T, Look> look);

    default <T> void table(Class<T> type, Function<T, String> text, Function<T, String> html) {
        register(type, HTML, value -> new Look(look(TEXT, text.apply(value), HTML, html.apply(value)), Map.of()));
    }

    default <T> void picture(Class<T> type, Function<T, String> text, Function<T, Picture> draw) {
        register(type, PNG, value -> {
            try {
                Picture picture = draw.apply(value);
                String png = Base64.getEncoder().encodeToString(picture.png());
                return new Look(
                        look(TEXT, picture.text(), PNG, png),
                        Map.of(
                                PNG,
                                Map.of("width", picture.width(), "height", picture.height(), "alt", picture.text())));
            } catch (RuntimeException
                    | LinkageError
                    | InternalError e) { // AWT throws all of them where it has no fonts
                return new Look(Map.of(TEXT, text.apply(value) + "\n(This machine cannot draw: " + e + ")"), Map.of());
            }
        });
    }

    private static Map<String, String> look(String first, String one, String second, String two) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put(first, one);
        data.put(second, two);
        return data;
    }
}
