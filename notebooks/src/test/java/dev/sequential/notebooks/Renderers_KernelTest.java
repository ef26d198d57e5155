package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
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

    private static final List<String> SOURCES = Stream.concat(
                    Stream.of(SETUP),
                    Stream.of(TABLES, PICTURES, TEXTS).flatMap(Stream::of).map(each -> each[0]))
            .toList();

    private static Notebook executed;

    @BeforeAll
    static void execute() throws Exception {
        Path notebook = folder.resolve("renderers.ipynb");
        JSON.writeValue(notebook.toFile(), notebook(SOURCES));
        executed = Notebook.execute(notebook, folder);
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

    /** The setup gives nothing, every other cell one output. */
    private static JsonNode result(String code) {
        return executed.outputs().get(SOURCES.indexOf(code) - 1);
    }

    private static String text(JsonNode output, String kind) {
        return Notebook.text(output.get("data").get(kind));
    }

    @Test
    void tablesAreTextAndHarmlessHtml() {
        for (String[] each : TABLES) {
            JsonNode output = result(each[0]);
            assertThat(Notebook.kinds(output)).as(each[0]).containsExactlyInAnyOrder("text/html", "text/plain");
            assertThat(text(output, "text/plain")).contains(each[1]);
            assertThat(text(output, "text/html"))
                    .as(each[0])
                    .containsAnyOf("<table>", "<pre>")
                    .doesNotContain("<script", "<style", "<i>", "color", "var(", "class=");
        }
    }

    @Test
    void picturesAreTextAndPngAtDoubleSize() throws Exception {
        for (String[] each : PICTURES) {
            JsonNode output = result(each[0]);
            assertThat(Notebook.kinds(output)).as(each[0]).containsExactlyInAnyOrder("image/png", "text/plain");
            assertThat(text(output, "text/plain")).contains(each[1]);
            int scale = each[0].startsWith("new java.awt") ? 1 : 2;
            byte[] png = Base64.getMimeDecoder().decode(text(output, "image/png"));
            JsonNode shown = output.get("metadata").get("image/png");
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth())
                    .as(each[0])
                    .isEqualTo(scale * shown.get("width").asInt());
            assertThat(shown.get("alt").asText()).isEqualTo(text(output, "text/plain"));
        }
    }

    @Test
    void otherValuesAreTheirText() {
        for (String[] each : TEXTS) {
            JsonNode output = result(each[0]);
            assertThat(Notebook.kinds(output)).as(each[0]).containsExactly("text/plain");
            assertThat(text(output, "text/plain")).startsWith(each[1]);
        }
    }

    @Test
    void everyCellShowsOneValueAndNothingElse() {
        assertThat(executed.outputs())
                .hasSize(SOURCES.size() - 1)
                .allMatch(output -> output.get("output_type").asText().equals("execute_result"));
    }
}
