package dev.sequential.saving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.layers.BatchNormalization;
import dev.sequential.layers.Dense;
import dev.sequential.layers.GRU;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

/** Damaged files load or are refused with their name; nothing else happens. In all there are 10,000. */
class Files_MutationTest {
    private static final int MUTATIONS = 2_000;

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(1);
    private final Model model = model();

    private static Model model() {
        Model model = Sequential.of(
                "small",
                Input.of(3, 2),
                GRU.of(2).named("gru"),
                BatchNormalization.of(),
                Dense.of(1).named("out"));
        model.compile("adam", "mse", "mae");
        model.fit(Nd4j.ones(2, 3, 2), Nd4j.ones(2, 1), f -> f.verbose(0));
        return model;
    }

    @Test
    void archives() throws IOException {
        Path file = folder.resolve("model.keras");
        model.save(file);
        byte[] valid = Files.readAllBytes(file);
        survives(file, f -> write(f, mutated(valid)), Model::load);
    }

    @Test
    void configurationsInArchives() throws IOException {
        Path file = folder.resolve("config.keras");
        model.save(file);
        byte[] config = member(file, "config.json");
        byte[] weights = member(file, "model.weights.h5");
        survives(
                file,
                f -> write(f, HostileArchives.of(new String(mutated(config), StandardCharsets.ISO_8859_1), weights)),
                Model::load);
    }

    @Test
    void weightsInArchives() throws IOException {
        Path file = folder.resolve("weights.keras");
        model.save(file);
        String config = new String(member(file, "config.json"), StandardCharsets.UTF_8);
        byte[] weights = member(file, "model.weights.h5");
        survives(file, f -> write(f, HostileArchives.of(config, mutated(weights))), Model::load);
    }

    @Test
    void olderFiles() throws IOException {
        Path file = folder.resolve("model.h5");
        model.save(file);
        byte[] valid = Files.readAllBytes(file);
        survives(file, f -> write(f, mutated(valid)), Model::load);
    }

    @Test
    void weightsAlone() throws IOException {
        Path file = folder.resolve("model.weights.h5");
        model.saveWeights(file);
        byte[] valid = Files.readAllBytes(file);
        survives(file, f -> write(f, mutated(valid)), model::loadWeights);
    }

    private static void survives(Path file, Consumer<Path> damage, Consumer<Path> loading) {
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            damage.accept(file);
            try {
                loading.accept(file);
            } catch (IllegalArgumentException | UncheckedIOException e) {
                assertThat(e.getMessage()).contains(file.toString());
                refused++;
            } catch (Throwable e) {
                throw new AssertionError("Mutation " + i + " of " + file.getFileName(), e);
            }
        }
        assertThat(refused).isBetween(MUTATIONS / 10, MUTATIONS);
    }

    private static byte[] member(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getInputStream(zip.getEntry(name)).readAllBytes();
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cut off, some bytes changed, one bit changed, or a piece moved over another. */
    private byte[] mutated(byte[] valid) {
        byte[] bytes = valid.clone();
        switch (random.nextInt(8)) {
            case 0 -> bytes = Arrays.copyOf(valid, random.nextInt(valid.length));
            case 1, 2, 3 -> {
                for (int i = random.nextInt(8); i >= 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
            case 4, 5 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            case 6 -> Arrays.fill(bytes, random.nextInt(bytes.length), bytes.length, (byte) random.nextInt(-1, 1));
            default -> {
                int length = 1 + random.nextInt(64);
                int from = random.nextInt(bytes.length - length);
                System.arraycopy(valid, from, bytes, random.nextInt(bytes.length - length), length);
            }
        }
        return bytes;
    }
}
