package dev.sequential.saving;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sequential.Model;
import dev.sequential.engine.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Models in files of Keras's formats: {@code .keras}, the older {@code .h5}, and {@code .weights.h5} for weights alone.
 * A file is written beside its place and moved there when complete. What is read is not trusted: nothing in it is run, and
 * only classes of the table given are made.
 */
public final class ModelFiles {
    private static final String WEIGHTS = ".weights.h5";
    private static final int MAX_NESTING = 200;
    private static final int MAX_DIGITS = 100;
    private static final int MAX_TOKENS = 500_000; // each takes up to 200 bytes of memory

    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .maxNumberLength(MAX_DIGITS)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ModelFiles() {}

    /**
     * Saves a model with weights, compilation and optimizer state; the file's ending chooses the format. Classes of your
     * own are those of {@code table}.
     */
    public static void save(Model model, Path file, KerasConfig table) {
        boolean legacy = isLegacy(file);
        Check.that(
                legacy || ends(file, ".keras"),
                "A model is saved as .keras (or the older .h5), but received %s. For weights alone use saveWeights.",
                file.getFileName());
        Check.state(model.isBuilt(), "Model \"%s\" has no weights yet: its input shape is not known", model.name());
        write(file, to -> {
            if (legacy) LegacyFile.write(model, table, to);
            else KerasFile.write(model, table, to);
        });
    }

    /** Loads a model; classes of your own are those of {@code table}. */
    public static Model load(Path file, KerasConfig table) {
        return Untrusted.read(file, () -> {
            Check.that(
                    !ends(file, WEIGHTS),
                    "a %s file holds weights alone. Make the model, then call loadWeights.",
                    WEIGHTS);
            return isLegacy(file) ? LegacyFile.read(file, table) : KerasFile.read(file, table);
        });
    }

    /** Saves weights alone, and the optimizer's memory if there is some. */
    public static void saveWeights(Model model, Path file) {
        Check.that(
                ends(file, WEIGHTS),
                "Weights are saved as %s, but received %s. For a whole model use save.",
                WEIGHTS,
                file.getFileName());
        Check.state(model.isBuilt(), "Model \"%s\" has no weights yet: its input shape is not known", model.name());
        write(file, to -> Hdf5.write(WeightsFile.of(model, model.optimizerState()), to));
    }

    /** Replaces the weights by those of a file of any format; all or none. */
    public static void loadWeights(Model model, Path file) {
        Check.state(model.isBuilt(), "Model \"%s\" has no weights yet: its input shape is not known", model.name());
        Untrusted.read(file, () -> {
            Folder folder = ends(file, ".keras") ? KerasFile.weights(file) : Hdf5.read(file);
            boolean legacy = folder.find("model_weights").isPresent()
                    || !folder.texts("layer_names").isEmpty();
            (legacy ? LegacyFile.weights(folder, model) : WeightsFile.weights(folder, model))
                    .forEach((variable, value) -> variable.assign(value));
            return null;
        });
    }

    /** What a model computes, without weights, as Keras's {@code to_json} writes it. */
    public static String toJson(Model model, KerasConfig table) {
        return new GraphWriter(table).write(model).toString();
    }

    /** A model with new weights of what {@link #toJson} or Keras wrote. */
    public static Model fromJson(String json, KerasConfig table) {
        return new GraphReader(table).read(parse(json));
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void write(Path file, AtomicFile.Writer writer) {
        try {
            AtomicFile.write(file, writer);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static boolean isLegacy(Path file) {
        return (ends(file, ".h5") || ends(file, ".hdf5")) && !ends(file, WEIGHTS);
    }

    static boolean ends(Path file, String ending) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
