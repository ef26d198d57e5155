package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sequential.Compile;
import dev.sequential.Loading;
import dev.sequential.Model;
import dev.sequential.engine.Check;
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
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The {@code .keras} archive: metadata.json, config.json and model.weights.h5 in a zip. */
final class KerasFile {
    private static final String WEIGHTS = "model.weights.h5";
    private static final String CONFIG = "config.json";
    private static final String KERAS_VERSION = "3.15.1";
    private static final int MAX_RATIO = 100;
    private static final long MAX_CONFIG = 64L << 20;

    private KerasFile() {}

    static void write(Model model, Path to) throws IOException {
        ObjectNode config = new GraphWriter(KerasConfig.standard()).write(model);
        model.compilation().ifPresent(c -> config.set("compile_config", compile(c)));
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

    private static ObjectNode compile(Compile compile) {
        return new CompileConfig(KerasConfig.standard()).write(compile);
    }

    /** As it is, without compression, as Keras does. */
    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    static Model read(Path file, KerasConfig table) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            checkNames(zip);
            JsonNode config = ModelFiles.parse(new String(member(zip, CONFIG, MAX_CONFIG), StandardCharsets.UTF_8));
            byte[] bytes = member(zip, WEIGHTS, Integer.MAX_VALUE - 16);
            Folder weights = Hdf5.read(bytes);
            Model model = Loading.within(bytes.length, () -> new GraphReader(table).read(config));
            WeightsFile.weights(weights, model).forEach((variable, value) -> variable.assign(value));
            if (config.path("compile_config").isObject()) {
                Restoring.compile(model, config.get("compile_config"), WeightsFile.optimizer(weights), table);
            }
            return model;
        }
    }

    /** The weights alone. */
    static Folder weights(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            checkNames(zip);
            return Hdf5.read(member(zip, WEIGHTS, Integer.MAX_VALUE - 16));
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

    private static byte[] member(ZipFile zip, String name, long limit) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        Check.that(entry != null, "The archive has no %s", name);
        long honest = Math.min(limit, 1024 + MAX_RATIO * Math.max(0, entry.getCompressedSize()));
        Check.that(entry.getSize() <= honest, "%s claims to hold %d bytes, which is too much", name, entry.getSize());
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, honest + 1));
            Check.that(bytes.length <= honest, "%s holds too much", name);
            return bytes;
        }
    }
}
