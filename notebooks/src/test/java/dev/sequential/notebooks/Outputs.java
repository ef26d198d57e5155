package dev.sequential.notebooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/** What cells of a notebook file show. */
final class Outputs {
    private Outputs() {}

    /** A text as files hold it, whole or in lines. */
    static String text(JsonNode lines) {
        if (!lines.isArray()) return lines.asText();
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.asText()));
        return text.toString();
    }

    /** An output's content of this kind. */
    static String text(JsonNode output, String kind) {
        return text(output.get("data").get(kind));
    }

    /** The kinds of content that an output has. */
    static List<String> kinds(JsonNode output) {
        List<String> kinds = new ArrayList<>();
        output.get("data").fieldNames().forEachRemaining(kinds::add);
        return kinds;
    }

    /** An output's picture. */
    static BufferedImage picture(JsonNode output) throws IOException {
        byte[] png = Base64.getMimeDecoder().decode(text(output, "image/png"));
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** The width that an output's picture is to be shown with. */
    static int width(JsonNode output) {
        return output.get("metadata").get("image/png").get("width").asInt();
    }
}
