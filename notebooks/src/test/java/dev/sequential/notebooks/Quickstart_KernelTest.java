package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Runs the quickstart in the real kernel and reads its outputs; the committed outputs must be such ones too. */
@EnabledIfSystemProperty(named = Python.PROPERTY, matches = ".+")
class Quickstart_KernelTest {
    private static final Path NOTEBOOK = Notebook.FOLDER.resolve("quickstart.ipynb");
    private static final Pattern ACCURACY = Pattern.compile("^loss: [0-9.]+, accuracy: ([0-9.]+)$");

    @TempDir
    static Path folder;

    private static Notebook executed;
    private static Notebook committed;

    @BeforeAll
    static void execute() throws Exception {
        executed = Notebook.execute(NOTEBOOK, folder);
        committed = Notebook.read(NOTEBOOK);
    }

    @Test
    void readsMoreThan95OfAHundredUnseenDigits() {
        for (Notebook notebook : List.of(executed, committed)) {
            String scores = Notebook.text(notebook.result("scores").get("data").get("text/plain"));
            Matcher accuracy = ACCURACY.matcher(scores);
            assertThat(accuracy.matches()).as(scores).isTrue();
            assertThat(Double.parseDouble(accuracy.group(1))).isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    void showsTablesAsHtmlAndText() {
        for (String code : List.of("x", "model.summary()", "Show.table(history)", "scores", "confusion", "p")) {
            assertThat(Notebook.kinds(executed.result(code)))
                    .as(code)
                    .containsExactlyInAnyOrder("text/plain", "text/html");
            assertThat(Notebook.kinds(committed.result(code)))
                    .as(code)
                    .containsExactlyInAnyOrder("text/plain", "text/html");
        }
    }

    @Test
    void showsPlotsAndDigitsAsPictures() throws IOException {
        for (String code : List.of("history", "Show.image(digit.reshape(8, 8))")) {
            JsonNode output = executed.result(code);
            assertThat(Notebook.kinds(output)).as(code).containsExactlyInAnyOrder("text/plain", "image/png");
            byte[] png = Base64.getMimeDecoder()
                    .decode(Notebook.text(output.get("data").get("image/png")));
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            int width = output.get("metadata").get("image/png").get("width").asInt();
            assertThat(image.getWidth()).isEqualTo(2 * width);
        }
    }

    @Test
    void leavesOneCleanDisplayOfProgress() {
        for (Notebook notebook : List.of(executed, committed)) {
            List<JsonNode> outputs = notebook.outputs("History history = model.fit(");
            assertThat(outputs).hasSize(1);
            String progress = Notebook.text(outputs.get(0).get("data").get("text/plain"));
            assertThat(progress)
                    .startsWith("Epoch 1/30\n41/41 ━━━━━━━━━━━━━━━━━━━━ ")
                    .contains("Epoch 30/30\n41/41 ━━━━━━━━━━━━━━━━━━━━ ")
                    .contains(" - loss: ", " - accuracy: ", " - val_loss: ", " - val_accuracy: ")
                    .doesNotContain("\u001b");
        }
    }
}
