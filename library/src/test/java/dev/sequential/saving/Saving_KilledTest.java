package dev.sequential.saving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Model;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A process killed while it saves leaves the old file or the new one, whole, and nothing that hinders the next save. */
class Saving_KilledTest {
    private static final int KILLS = 8;
    private static final int LONGEST = 150; // milliseconds, about as long as all files take

    @TempDir
    private Path folder;

    @Test
    void eachFileIsTheOldOrTheNewOne() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < KILLS; i++) {
            killed(random.nextInt(LONGEST));
            Model model = Model.load(folder.resolve("model.keras"));
            assertIsOneNumber(model);
            assertThat(model.iterations()).isPositive();
            assertIsOneNumber(Model.load(folder.resolve("model.h5")));
            model.loadWeights(folder.resolve("model.weights.h5"));
            assertIsOneNumber(model);
            Backup backup = Backup.restore(model, folder.resolve("backup.weights.h5"));
            assertThat(assertIsOneNumber(model)).isEqualTo(backup.epoch());
        }
        SavingForever.save(SavingForever.model(), 0, folder);
        assertThat(names()).containsExactly("backup.weights.h5", "model.h5", "model.keras", "model.weights.h5");
    }

    private void killed(int milliseconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dorg.nd4j.log.initialization=false",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SavingForever.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> said =
                    lines.lines().takeWhile(line -> !line.equals("saved")).toList();
            assertThat(process.waitFor(milliseconds, TimeUnit.MILLISECONDS))
                    .as("%s", said)
                    .isFalse();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static double assertIsOneNumber(Model model) {
        double number = model.getWeights().get(0).getDouble(0);
        for (INDArray weight : model.getWeights()) {
            assertThat(weight.minNumber().doubleValue()).isEqualTo(number);
            assertThat(weight.maxNumber().doubleValue()).isEqualTo(number);
        }
        return number;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
