package dev.sequential.saving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import dev.sequential.layers.MelSpectrogram;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file that is made to do harm is refused with one error that names it; it reads no other file and takes no more memory
 * than a file of its size may. The HDF5 files are from {@code src/test/python/hostile.py}.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class Hostile_FilesTest {
    private static final long MOST_MEMORY = 200L << 20;
    private static final String SECRET = "the secret of another file";
    private static final List<String> HDF5 = List.of(
            "array_for_folder",
            "array_under_many_names",
            "choices",
            "endless_fill_value",
            "external_link",
            "external_link_of_a_folder",
            "external_storage",
            "folder_for_array",
            "folder_in_itself",
            "folder_of_its_parent",
            "folder_twice_in_every_folder",
            "folders_too_deep",
            "giant_chunks",
            "lists_of_any_length",
            "more_axes",
            "named_type",
            "never_written",
            "never_written_in_sum",
            "nothing",
            "null_space",
            "one_number",
            "opaque_bytes",
            "other_shape",
            "records",
            "references",
            "shuffled",
            "soft_link",
            "soft_link_to_itself",
            "texts",
            "twice_as_many",
            "virtual_array",
            "wide_numbers",
            "zeros_in_chunks");

    @TempDir
    private Path folder;

    private static byte[] hdf5(String name) throws IOException {
        try (InputStream in = Hostile_FilesTest.class.getResourceAsStream("/hostile/" + name + ".h5")) {
            return in.readAllBytes();
        }
    }

    static Stream<Arguments> hdf5Files() {
        return HDF5.stream()
                .flatMap(name -> Stream.of(".h5", ".keras", ".weights.h5").map(e -> Arguments.of(name, e)));
    }

    static Stream<Arguments> configs() {
        return HostileConfigs.all().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    static Stream<Arguments> archives() throws IOException {
        return HostileArchives.all(hdf5("plain")).entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {".h5", ".keras", ".weights.h5"})
    void whatTheAttacksAreMadeOfLoads(String ending) throws IOException {
        byte[] plain = hdf5("plain");
        Path file = folder.resolve("plain" + ending);
        Files.write(file, ending.equals(".keras") ? HostileArchives.of(HostileConfigs.honest(), plain) : plain);
        Model model = model();
        if (ending.equals(".weights.h5")) model.loadWeights(file);
        else model = Model.load(file);
        assertThat(model.getWeights().get(0).getDouble(3, 2)).isEqualTo(11);
    }

    /** What music is analysed with, traced twice since it is in a model inside a model. */
    @Test
    void largeSpectraOfHonestFilesLoad() {
        MelSpectrogram spectrum = MelSpectrogram.of(m -> m.fftLength(4096));
        Model inner = Sequential.of(Input.of(4096), spectrum);
        Path file = folder.resolve("spectrum.keras");
        Sequential.of(Input.of(4096), inner).save(file);

        assertThat(Model.load(file).outputs().get(0).shape().dim(1)).isEqualTo(128);
    }

    @ParameterizedTest(name = "{0}{1}")
    @MethodSource("hdf5Files")
    void hdf5(String name, String ending) throws IOException {
        Files.write(folder.resolve("secret.h5"), hdf5("plain"));
        Files.writeString(folder.resolve("secret.bin"), SECRET.repeat(10));
        Path file = folder.resolve(name + ending);
        byte[] bytes = hdf5(name);
        Files.write(file, ending.equals(".keras") ? HostileArchives.of(HostileConfigs.honest(), bytes) : bytes);
        refuses(file, () -> {
            if (ending.equals(".weights.h5")) model().loadWeights(file);
            else Model.load(file);
        });
    }

    @ParameterizedTest(name = "{0}.keras")
    @MethodSource("configs")
    void configuration(String what, String config) throws IOException {
        Path file = folder.resolve("hostile.keras");
        Files.write(file, HostileArchives.of(config, hdf5("plain")));
        refuses(file, () -> Model.load(file));
    }

    @ParameterizedTest(name = "{0}.h5")
    @MethodSource("configs")
    void olderConfiguration(String what, String config) throws IOException {
        int mostInAnAttribute = 60_000;
        if (config.length() > mostInAnAttribute) return;
        Path file = folder.resolve("hostile.h5");
        Folder root = Hdf5.read(hdf5("plain"));
        root.attribute("model_config", config);
        Hdf5.write(root, file);
        refuses(file, () -> Model.load(file));
    }

    @ParameterizedTest(name = "{0}.keras")
    @MethodSource("archives")
    void archive(String what, byte[] bytes) throws IOException {
        Path file = folder.resolve("hostile.keras");
        Files.write(file, bytes);
        refuses(file, () -> Model.load(file));
    }

    @Test
    void aFolder() throws IOException {
        Path file = Files.createDirectory(folder.resolve("folder.keras"));
        refuses(file, () -> Model.load(file));
    }

    private static Model model() {
        return Sequential.of(Input.of(4), Dense.of(3, d -> d.useBias(false)).named("dense"));
    }

    private static void refuses(Path file, Runnable loading) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id) + Pointer.totalBytes();
        Throwable error = catchThrowable(loading::run);
        long taken = threads.getThreadAllocatedBytes(id) + Pointer.totalBytes() - before;
        assertThat(error)
                .isInstanceOfAny(
                        IllegalArgumentException.class, UncheckedIOException.class, UnsupportedOperationException.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageNotContaining(": null")
                .hasMessageNotContaining("java.lang")
                .hasMessageNotContaining(SECRET);
        assertThat(error.getMessage()).hasSizeLessThan(2_000);
        assertThat(taken).as("bytes allocated").isLessThan(MOST_MEMORY);
    }
}
