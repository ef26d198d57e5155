package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class Idx_ReadTest {
    @TempDir
    Path folder;

    private Path file(int... bytes) throws IOException {
        Path file = folder.resolve("x.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int b : bytes) out.write(b);
        }
        return file;
    }

    @Test
    void readsImagesAsFloats() throws IOException {
        INDArray images = Idx.floats(file(0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 2, 0, 127, 128, 255));
        assertThat(images.dataType()).isEqualTo(DataType.FLOAT);
        assertThat(images.shape()).containsExactly(1, 2, 2);
        assertThat(images.ravel().toFloatVector()).containsExactly(0, 127, 128, 255);
    }

    @Test
    void readsLabelsAsInts() throws IOException {
        INDArray labels = Idx.ints(file(0, 0, 8, 1, 0, 0, 0, 3, 7, 0, 9));
        assertThat(labels.dataType()).isEqualTo(DataType.INT);
        assertThat(labels.toIntVector()).containsExactly(7, 0, 9);
    }

    @Test
    void refusesOtherFiles() throws IOException {
        String message = folder.resolve("x.gz") + " is no IDX file of unsigned bytes";
        assertFails(message, file());
        assertFails(message, file(0, 0, 13, 1, 0, 0, 0, 1, 0, 0, 0, 0));
        assertFails(message, file(0, 0, 8, 1, 0, 0, 0, 3, 7, 0));
        assertFails("no such file: " + folder.resolve("y.gz"), folder.resolve("y.gz"));
        Path plain = Files.writeString(folder.resolve("plain"), "text, not gzip");
        assertFails("cannot read " + plain + ": Not in GZIP format", plain);
    }

    private static void assertFails(String message, Path file) {
        assertThatThrownBy(() -> Idx.ints(file)).isInstanceOf(Failure.class).hasMessage(message);
    }
}
