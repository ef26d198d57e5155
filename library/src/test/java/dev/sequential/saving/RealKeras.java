package dev.sequential.saving;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Real Keras and what it makes of a folder of models.
 *
 * @param folder with {@code ours} and {@code theirs}
 */
record RealKeras(Path folder) {
    /** The system property that names the Python with Keras in it; {@code ./sequential test} sets it where it can. */
    private static final String PROPERTY = "sequential.keras";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final Path SCRIPT = Path.of("src/test/python/both_ways.py");

    /** Shows exhibits to Keras, all in one process; tests are skipped where there is no Keras. */
    static RealKeras meets(List<Exhibit> exhibits, Path folder) throws IOException, InterruptedException {
        String python = System.getProperty(PROPERTY, "");
        Assumptions.assumeFalse(
                python.isEmpty(), "No Keras to exchange files with: ./sequential test sets it up, from Python 3.11 on");
        Path ours = Files.createDirectories(folder.resolve("ours"));
        for (Exhibit exhibit : exhibits) exhibit.save(ours);
        Path log = folder.resolve("keras.log");
        Process process = new ProcessBuilder(python, SCRIPT.toString(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) throw new AssertionError("Keras failed:\n" + Files.readString(log));
        return new RealKeras(folder);
    }

    Path file(String name) {
        return folder.resolve("theirs").resolve(name);
    }

    /** What Keras says about a model. */
    JsonNode answer(String name) {
        JsonNode answer = read(name);
        if (answer.has("failed")) throw new AssertionError(answer.get("failed").asText());
        return answer;
    }

    /** Whether Keras could write the file: not every model becomes an {@code .h5}. */
    boolean saved(String name, String ending) {
        return !read(name).hasNonNull("saving " + ending.substring(1));
    }

    private JsonNode read(String name) {
        try {
            return JSON.readTree(file(name + ".json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the models that only Keras made. */
    List<String> natives() {
        try (Stream<Path> files = Files.list(folder.resolve("theirs"))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.startsWith("native_") && n.endsWith(".json"))
                    .map(n -> n.substring(0, n.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
