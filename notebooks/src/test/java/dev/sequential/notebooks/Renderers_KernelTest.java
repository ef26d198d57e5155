package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of value a cell can end with, in a notebook of its own, run in the real kernel. */
@EnabledIfSystemProperty(named = Python.PROPERTY, matches = ".+")
class Renderers_KernelTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SETUP = """
            Sequential.seed(1);
            var encoder = Sequential.of("encoder", Input.of(4), Dense.of(3, "relu").named("hidden"));
            var model = Sequential.of("model", Input.of(4), encoder, Dense.of(2, "softmax").named("<script>"));
            model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
            INDArray x = Nd4j.rand(20, 4), y = Nd4j.arange(20).castTo(DataType.INT).fmod(2);
            History history = model.fit(x, y, f -> f.epochs(3).validationSplit(0.2).verbose(0));
            INDArray p = model.predict(x);
            """;

    private static final String[][] TABLES = {
        {"model", "Model: \"model\""},
        {"model.summary()", "encoder (Sequential)"},
        {"Sequential.of(Dense.of(2))", "gets its weights with the first data"},
        {"encoder.getLayer(0)", "hidden (Dense), 15 parameters"},
        {"model.evaluate(x, y, e -> e.verbose(0))", "accuracy: "},
        {"Show.table(history)", "best val_loss"},
        {"Show.epochs(history)", "best val_loss"},
        {"Show.table(Map.of(\"<b>\", history))", "best epoch"},
        {"Show.report(y, p)", "weighted average"},
        {"Show.confusion(y, p)", "true \\ predicted"},
        {"x", "float32 (20, 4)"},
        {"Nd4j.rand(2, 3, 4)", "float32 (2, 3, 4)"},
        {"Nd4j.scalar(2.5)", "float64 ()\n2.5"},
        {"Nd4j.createFromArray(true, false)", "bool (2,)"},
        {"Table.create(StringColumn.create(\"<i>\", \"a\", \"\"))", "Missing: <i> 1"},
    };

    private static final String[][] PICTURES = {
        {"history", "best val_loss"},
        {"Show.plot(history, history)", "training 2"},
        {"Show.plot(Map.of(\"a\", history))", "best epoch"},
        {"Show.diagram(model)", "<script> (Dense) (None, 2) · 8 params ← encoder"},
        {"Show.weights(encoder.getLayer(0))", "kernel (4, 3): from "},
        {"Show.confusionPlot(y, p)", "accuracy 0."},
        {"Show.scatter(y.castTo(DataType.FLOAT), x.getColumn(0))", "RMSE"},
        {"Show.histogram(x)", "standard deviation"},
        {"Show.image(Nd4j.rand(8, 8, 3))", "Image float32 (8, 8, 3)"},
        {"Show.images(Nd4j.rand(20, 8, 8), y, 3)", "0; 1; 0"},
        {"Show.predictions(Nd4j.rand(20, 8, 8), y, p, 4)", "Images float32 (20, 8, 8): "},
        {"new java.awt.image.BufferedImage(2, 3, 1)", "Image of 2 × 3 pixels"},
        {"new org.knowm.xchart.XYChart(300, 200)", "Chart"},
    };

    private static final String[][] TEXTS = {
        {"Adam.of(0.01)", "Adam[learningRate=0.01]"},
        {"Dropout.of(0.5)", "Dropout["},
        {"Shape.of(2, 3)", "(2, 3)"},
    };

    @TempDir
    static Path folder;

    private static JsonNode cells;

    @BeforeAll
    static void execute() throws Exception {
        List<String> sources = new ArrayList<>(List.of(SETUP));
        for (String[][] cases : List.of(TABLES, PICTURES, TEXTS)) {
            for (String[] each : cases) sources.add(each[0]);
        }
        Path notebook = folder.resolve("renderers.ipynb");
        JSON.writeValue(notebook.toFile(), notebook(sources));
        Path result = folder.resolve("executed.ipynb");
        Python.Answer answer = Python.run(
                Python.ROOT.resolve("kernel-extension/src/main/python/run_notebook.py"),
                notebook.toString(),
                "--out",
                result.toString());
        assertThat(answer.code()).as(answer.output()).isZero();
        cells = JSON.readTree(result.toFile()).get("cells");
    }

    private static ObjectNode notebook(List<String> sources) {
        ObjectNode notebook = JSON.createObjectNode();
        notebook.put("nbformat", 4).put("nbformat_minor", 5).putObject("metadata");
        ArrayNode all = notebook.putArray("cells");
        for (int i = 0; i < sources.size(); i++) {
            ObjectNode cell = all.addObject();
            cell.put("cell_type", "code").put("id", "cell-" + i).put("source", sources.get(i));
            cell.putNull("execution_count");
            cell.putArray("outputs");
            cell.putObject("metadata");
        }
        return notebook;
    }

    private static JsonNode result(String code) {
        for (JsonNode cell : cells) {
            if (!cell.get("source").asText().equals(code)) continue;
            assertThat(cell.get("outputs")).as(code).hasSize(1);
            return cell.get("outputs").get(0);
        }
        throw new AssertionError("No cell " + code);
    }

    private static List<String> kinds(JsonNode output) {
        List<String> kinds = new ArrayList<>();
        output.get("data").fieldNames().forEachRemaining(kinds::add);
        return kinds;
    }

    @Test
    void tablesAreTextAndHarmlessHtml() {
        for (String[] each : TABLES) {
            JsonNode output = result(each[0]);
            assertThat(kinds(output)).as(each[0]).containsExactlyInAnyOrder("text/html", "text/plain");
            assertThat(output.get("data").get("text/plain").asText()).contains(each[1]);
            assertThat(output.get("data").get("text/html").asText())
                    .as(each[0])
                    .containsAnyOf("<table>", "<pre>")
                    .doesNotContain("<script", "<style", "<i>", "color", "var(", "class=");
        }
    }

    @Test
    void picturesAreTextAndPngAtDoubleSize() throws Exception {
        for (String[] each : PICTURES) {
            JsonNode output = result(each[0]);
            assertThat(kinds(output)).as(each[0]).containsExactlyInAnyOrder("image/png", "text/plain");
            assertThat(output.get("data").get("text/plain").asText()).contains(each[1]);
            byte[] png = Base64.getMimeDecoder()
                    .decode(output.get("data").get("image/png").asText());
            int width = output.at("/metadata/image~1png/width").asInt();
            int scale = each[0].startsWith("new java.awt") ? 1 : 2;
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth())
                    .as(each[0])
                    .isEqualTo(scale * width);
        }
    }

    @Test
    void otherValuesAreTheirText() {
        for (String[] each : TEXTS) {
            JsonNode output = result(each[0]);
            assertThat(kinds(output)).as(each[0]).containsExactly("text/plain");
            assertThat(output.get("data").get("text/plain").asText()).startsWith(each[1]);
        }
    }

    @Test
    void nothingFails() {
        for (JsonNode cell : cells) {
            for (JsonNode output : cell.get("outputs")) {
                assertThat(output.get("output_type").asText()).isEqualTo("execute_result");
            }
        }
    }
}
