package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sequential.Model;
import dev.sequential.engine.Check;
import dev.sequential.engine.Loading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The {@code .keras} archive: metadata.json, config.json and model.weights.h5 in a zip. */
final class KerasFile {
    private static final String WEIGHTS = "model.weights.h5";
    private static final String CONFIG = "config.json";
    private static final String KERAS_VERSION = "3.15.1";
    /** What a member may hold whatever it takes compressed; and how many times its compressed bytes it may hold at most. */
    private static final long HARMLESS = 16L << 20;

    private static final int MAX_RATIO = 10;

    private KerasFile() {}

    static void write(Model model, KerasConfig table, Path to) throws IOException {
        ObjectNode config = new GraphWriter(table).write(model);
        model.compilation().ifPresent(c -> {
            ObjectNode compile = new CompileConfig(table).write(c);
            // Keras refuses what it does not know among the compilation, but not beside it.
            JsonNode mode = compile.remove(CompileConfig.SAMPLE_WEIGHT_MODE);
            if (!mode.isNull()) config.set(CompileConfig.SAMPLE_WEIGHT_MODE, mode);
            config.set("compile_config", compile);
        });
        ObjectNode metadata = ModelFiles.JSON.createObjectNode();
        metadata.put("keras_version", KERAS_VERSION);
        metadata.put(
                "date_saved",
                DateTimeFormatter.ofPattern("yyyy-MM-dd@HH:mm:ss", Locale.ROOT).format(LocalDateTime.now()));
        Path weights = to.resolveSibling(to.getFileName() + ".weights");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
            Hdf5.write(WeightsFile.of(model, model.optimizerState()), weights);
            put(zip, "metadata.json", metadata.toString().getBytes(StandardCharsets.UTF_8));
            put(zip, CONFIG, config.toString().getBytes(StandardCharsets.UTF_8));
            put(zip, WEIGHTS, Files.readAllBytes(weights));
        } finally {
            Files.deleteIfExists(weights);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        stored(entry, content);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** Has an entry stored as it is, without compression, as Keras does. */
    static void stored(ZipEntry entry, byte[] content) {
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum(content));
    }

    private static long checksum(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    static Model read(Path file, KerasConfig table) throws IOException {
        try (ZipFile zip = open(file)) {
            checkNames(zip);
            JsonNode config = ModelFiles.parse(new String(member(zip, CONFIG), StandardCharsets.UTF_8));
            byte[] weights = member(zip, WEIGHTS);
            return Loading.within(weights.length, () -> model(config, Hdf5.read(weights), table));
        }
    }

    private static Model model(JsonNode config, Folder weights, KerasConfig table) {
        Model model = new GraphReader(table).read(config);
        WeightsFile.weights(weights, model).forEach((variable, value) -> variable.assign(value));
        if (config.path("compile_config").isObject()) {
            ObjectNode compile = config.get("compile_config").deepCopy();
            compile.set(CompileConfig.SAMPLE_WEIGHT_MODE, config.path(CompileConfig.SAMPLE_WEIGHT_MODE));
            Restoring.compile(model, compile, (state, of) -> WeightsFile.optimizer(weights), table);
        }
        return model;
    }

    /** The weights alone. */
    static Folder weights(Path file) throws IOException {
        try (ZipFile zip = open(file)) {
            checkNames(zip);
            return Hdf5.read(member(zip, WEIGHTS));
        }
    }

    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            Container found = Container.of(file);
            Check.that(
                    found != Container.HDF5,
                    "it is an HDF5 file, no .keras archive. Let its name end with .h5, or .weights.h5 if it holds weights alone.");
            Check.that(found == Container.ZIP, "it is no .keras archive");
            throw e;
        }
    }

    private static void checkNames(ZipFile zip) {
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            Check.that(names.add(name), "The archive has \"%s\" twice", name);
            boolean inside =
                    !name.startsWith("/") && !name.contains("..") && !name.contains("\\") && !name.contains(":");
            Check.that(inside, "The archive has a member outside itself: \"%s\"", name);
        }
    }

    private static byte[] member(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        Check.that(entry != null, "The archive has no %s", name);
        long honest = Math.max(HARMLESS, MAX_RATIO * Math.max(0, entry.getCompressedSize()));
        long size = entry.getSize();
        Check.that(size >= 0 && size <= honest, "%s claims to hold %d bytes, which is too much", name, size);
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(Math.toIntExact(size));
            Check.that(
                    bytes.length == size && in.read() < 0, "%s does not hold the %d bytes that it claims", name, size);
            Check.that(checksum(bytes) == entry.getCrc(), "%s is damaged: its checksum is another", name);
            return bytes;
        }
    }
}
