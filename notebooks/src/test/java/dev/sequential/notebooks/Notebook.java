package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A notebook's cells and what they gave, as its file has them. */
final class Notebook {
    static final Path FOLDER = Python.ROOT.resolve("notebooks");

    private final JsonNode json;

    private Notebook(JsonNode json) {
        this.json = json;
    }

    /** Every notebook of the project, in alphabetical order. */
    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".ipynb")).sorted().toList();
        }
    }

    static Notebook read(Path file) throws IOException {
        return new Notebook(new ObjectMapper().readTree(file.toFile()));
    }

    /** Runs a notebook in a kernel of its own and gives it with its new outputs; a cell that fails is a failed test. */
    static Notebook execute(Path file, Path folder) throws Exception {
        Path result = Files.createTempFile(folder, "executed", ".ipynb");
        Python.Answer answer = Python.run(
                Python.ROOT.resolve("kernel-extension/src/main/python/run_notebook.py"),
                file.toString(),
                "--out",
                result.toString());
        assertThat(answer.code()).as(answer.output()).isZero();
        return read(result);
    }

    /** The sources of cells of a kind, {@code code} or {@code markdown}. */
    List<String> sources(String kind) {
        List<String> sources = new ArrayList<>();
        for (JsonNode cell : json.get("cells")) {
            if (cell.get("cell_type").asText().equals(kind)) sources.add(text(cell.get("source")));
        }
        return sources;
    }

    /** All outputs, cell by cell. */
    List<JsonNode> outputs() {
        List<JsonNode> outputs = new ArrayList<>();
        for (JsonNode cell : json.get("cells")) cell.path("outputs").forEach(outputs::add);
        return outputs;
    }

    /** The outputs of the cell that begins or ends with this code. */
    List<JsonNode> outputs(String code) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode cell : json.get("cells")) {
            String source = text(cell.get("source"));
            if (source.equals(code) || source.endsWith("\n" + code) || source.startsWith(code)) {
                cell.path("outputs").forEach(found::add);
            }
        }
        return found;
    }

    /** The value that the cell that begins or ends with this code shows. */
    JsonNode result(String code) {
        List<JsonNode> results = outputs(code).stream()
                .filter(o -> o.get("output_type").asText().equals("execute_result"))
                .toList();
        assertThat(results).as(code).hasSize(1);
        return results.get(0);
    }

    /** Everything the cells printed and showed as text, without times: what has to be the same in each run. */
    String words() {
        StringBuilder words = new StringBuilder();
        for (JsonNode output : outputs()) {
            JsonNode text = output.has("text")
                    ? output.get("text")
                    : output.path("data").path("text/plain");
            words.append(text(text)).append('\n');
        }
        return words.toString().replaceAll("\\d+(s|ms|us)(/step)?\\b", "·");
    }

    /** The kinds of data that an output has, such as {@code text/html}. */
    static List<String> kinds(JsonNode output) {
        List<String> kinds = new ArrayList<>();
        for (Iterator<Map.Entry<String, JsonNode>> i = output.get("data").fields(); i.hasNext(); ) {
            kinds.add(i.next().getKey());
        }
        return kinds;
    }

    /** A text that may be cut into lines. */
    static String text(JsonNode lines) {
        if (!lines.isArray()) return lines.asText();
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
