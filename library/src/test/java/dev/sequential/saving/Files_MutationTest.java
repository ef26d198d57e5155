package dev.sequential.saving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files load or are refused with their name; nothing else happens. */
class Files_MutationTest {
    private static final int MUTATIONS = 400;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mlp_adam.keras", "mlp_adam.h5", "functional_rmsprop_schedule.keras", "rnn_cells.keras"})
    void bytesThatAreChangedOrMissing(String name) throws IOException {
        byte[] valid;
        try (InputStream in = Files_MutationTest.class.getResourceAsStream("/golden/files/" + name)) {
            valid = in.readAllBytes();
        }
        SplittableRandom random = new SplittableRandom(1);
        Path file = folder.resolve(name);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            Files.write(file, mutated(valid, random));
            try {
                Model.load(file);
            } catch (IllegalArgumentException | UncheckedIOException | UnsupportedOperationException e) {
                assertThat(e.getMessage()).contains(name);
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private static byte[] mutated(byte[] valid, SplittableRandom random) {
        if (random.nextInt(4) == 0) return Arrays.copyOf(valid, random.nextInt(valid.length));
        byte[] bytes = valid.clone();
        int flips = 1 + random.nextInt(8);
        for (int i = 0; i < flips; i++) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return bytes;
    }
}
