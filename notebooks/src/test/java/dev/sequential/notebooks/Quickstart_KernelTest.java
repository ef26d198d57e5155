package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Runs the quickstart in the real kernel and reads its outputs; the committed outputs must be such ones too. */
@EnabledIfSystemProperty(named = Python.PROPERTY, matches = ".+")
class Quickstart_KernelTest {
    private static final Path NOTEBOOK = Python.ROOT.resolve("notebooks/quickstart.ipynb");
    private static final Pattern ACCURACY = Pattern.compile("^loss: [0-9.]+, accuracy: ([0-9.]+)$");

    @TempDir
    static Path folder;

    private static JsonNode executed;
    private static JsonNode committed;

    @BeforeAll
    static void execute() throws Exception {
        Path result = folder.resolve("quickstart.ipynb");
        Python.Answer answer = Python.run(
                Python.ROOT.resolve("kernel-extension/src/main/python/run_notebook.py"),
                NOTEBOOK.toString(),
                "--out",
                result.toString());
        assertThat(answer.code()).as(answer.output()).isZero();
        executed = new ObjectMapper().readTree(result.toFile());
        committed = new ObjectMapper().readTree(NOTEBOOK.toFile());
    }

    /** The outputs of the cell that begins or ends with this code. */
    private static List<JsonNode> outputs(JsonNode notebook, String code) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode cell : notebook.get("cells")) {
            String source = Outputs.text(cell.get("source"));
            if (source.equals(code) || source.endsWith("\n" + code) || source.startsWith(code)) {
                cell.path("outputs").forEach(found::add);
            }
        }
        return found;
    }

    private static JsonNode result(JsonNode notebook, String code) {
        List<JsonNode> results = outputs(notebook, code).stream()
                .filter(o -> o.get("output_type").asText().equals("execute_result"))
                .toList();
        assertThat(results).as(code).hasSize(1);
        return results.get(0);
    }

    @Test
    void readsMoreThan95OfAHundredUnseenDigits() {
        for (JsonNode notebook : List.of(executed, committed)) {
            String scores = Outputs.text(result(notebook, "scores"), "text/plain");
            Matcher accuracy = ACCURACY.matcher(scores);
            assertThat(accuracy.matches()).as(scores).isTrue();
            assertThat(Double.parseDouble(accuracy.group(1))).isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    void showsTablesAsHtmlAndText() {
        for (String code : List.of("x", "model.summary()", "Show.table(history)", "scores", "confusion", "p")) {
            assertThat(Outputs.kinds(result(executed, code)))
                    .as(code)
                    .containsExactlyInAnyOrder("text/plain", "text/html");
            assertThat(Outputs.kinds(result(committed, code)))
                    .as(code)
                    .containsExactlyInAnyOrder("text/plain", "text/html");
        }
    }

    @Test
    void showsPlotsAndDigitsAsPictures() throws IOException {
        for (String code : List.of("history", "Show.image(digit.reshape(8, 8))")) {
            JsonNode output = result(executed, code);
            assertThat(Outputs.kinds(output)).as(code).containsExactlyInAnyOrder("text/plain", "image/png");
            assertThat(Outputs.picture(output).getWidth()).isEqualTo(2 * Outputs.width(output));
        }
    }

    @Test
    void leavesOneCleanDisplayOfProgress() {
        for (JsonNode notebook : List.of(executed, committed)) {
            List<JsonNode> outputs = outputs(notebook, "History history = model.fit(");
            assertThat(outputs).hasSize(1);
            String progress = Outputs.text(outputs.get(0), "text/plain");
            assertThat(progress)
                    .startsWith("Epoch 1/30\n41/41 ━━━━━━━━━━━━━━━━━━━━ ")
                    .contains("Epoch 30/30\n41/41 ━━━━━━━━━━━━━━━━━━━━ ")
                    .contains(" - loss: ", " - accuracy: ", " - val_loss: ", " - val_accuracy: ")
                    .doesNotContain("\u001b");
        }
    }

    @Test
    void printsNothingToTheErrorStream() {
        for (JsonNode notebook : List.of(executed, committed)) {
            for (JsonNode cell : notebook.get("cells")) {
                for (JsonNode output : cell.path("outputs")) {
                    assertThat(output.get("output_type").asText()).isNotEqualTo("error");
                    assertThat(output.path("name").asText()).isNotEqualTo("stderr");
                }
            }
        }
    }
}
