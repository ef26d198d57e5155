package dev.sequential.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

/** Large data sets in a folder of the user's: what is there is read as it is. */
class Datasets_LocalTest {
    @TempDir
    Path folder;

    private void writeImages(int n) throws Exception {
        for (String part : new String[] {"train", "t10k"}) {
            byte[] pixels = new byte[n * 4];
            byte[] labels = new byte[n];
            for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (250 + i);
            for (int i = 0; i < n; i++) labels[i] = (byte) (i % 10);
            Archives.idx(folder.resolve(part + "-images-idx3-ubyte.gz"), new int[] {n, 2, 2}, pixels);
            Archives.idx(folder.resolve(part + "-labels-idx1-ubyte.gz"), new int[] {n}, labels);
        }
    }

    @Test
    void mnistIsReadAsFloatsAndInts() throws Exception {
        writeImages(3);
        Examples.Split mnist = Datasets.mnist(folder);
        assertThat(mnist.train()).hasToString("3 examples: x (3, 2, 2), y (3,)");
        assertThat(mnist.test().x().ravel().toFloatVector()).startsWith(250, 251, 252, 253, 254, 255, 0, 1);
        assertThat(mnist.test().y().toIntVector()).containsExactly(0, 1, 2);
        assertThat(mnist.train().y().dataType()).isEqualTo(DataType.INT);
        assertThat(Datasets.fashionMnist(folder)).isEqualTo(mnist);
    }

    @Test
    void aSystemPropertyNamesTheFolderOfAll() throws Exception {
        Path mnist = Files.createDirectories(folder.resolve("all/mnist"));
        writeImages(1);
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.move(file, mnist.resolve(file.getFileName()));
            }
        }
        String before = System.getProperty(DataFolder.PROPERTY);
        System.setProperty(DataFolder.PROPERTY, folder.resolve("all").toString());
        try {
            assertThat(Datasets.mnist().train().size()).isEqualTo(1);
        } finally {
            if (before == null) System.clearProperty(DataFolder.PROPERTY);
            else System.setProperty(DataFolder.PROPERTY, before);
        }
    }

    @Test
    void aDamagedFileIsNamed() throws Exception {
        writeImages(2);
        Path images = folder.resolve("train-images-idx3-ubyte.gz");
        Archives.idx(images, new int[] {3, 2, 2}, new byte[8]);
        assertThatThrownBy(() -> Datasets.mnist(folder))
                .hasMessageEndingWith(images + " is no IDX file of unsigned bytes: it ends too early");
        Archives.idx(images, new int[] {1, 2, 2}, new byte[8]);
        assertThatThrownBy(() -> Datasets.mnist(folder))
                .hasMessageEndingWith("it has more elements than its shape says");
    }

    @Test
    void cifar10BecomesImagesWithColoursLast() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 1; i <= 6; i++) {
            byte[] file = new byte[2 * 3073];
            file[0] = (byte) i;
            file[1] = (byte) (10 * i); // red of the first pixel
            file[1 + 1024] = 20; // green
            file[1 + 2048] = 30; // blue
            file[2] = 7; // red of the second pixel
            files.put(i < 6 ? "cifar/data_batch_" + i + ".bin" : "cifar/test_batch.bin", file);
        }
        files.put("cifar/readme.html", "text".getBytes(StandardCharsets.UTF_8));
        Examples.Split split = Cifar10.read(Archives.tar(folder.resolve("c.tar.gz"), files), 2);
        assertThat(split.train()).hasToString("10 examples: x (10, 32, 32, 3), y (10, 1)");
        assertThat(split.test()).hasToString("2 examples: x (2, 32, 32, 3), y (2, 1)");
        assertThat(split.train().y().ravel().toIntVector()).containsExactly(1, 0, 2, 0, 3, 0, 4, 0, 5, 0);
        assertThat(split.test().x().ravel().toFloatVector()).startsWith(60, 20, 30, 7, 0, 0);
        assertThat(split.train().x().getFloat(4, 0, 0, 0)).isEqualTo(30);
    }

    @Test
    void imdbBecomesTextsOfBothKindsInAFixedOrder() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String part : new String[] {"train", "test"}) {
            for (String kind : new String[] {"neg", "pos", "unsup"}) {
                for (int i = 0; i < 8; i++) {
                    String text = part + " " + kind + " " + i;
                    files.put("aclImdb/" + part + "/" + kind + "/" + i + ".txt", text.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        files.put("aclImdb/README", new byte[600]);
        Archives.tar(folder.resolve("aclImdb_v1.tar.gz"), files);
        Texts.Split imdb = Datasets.imdb(folder);
        assertThat(imdb.train().size()).isEqualTo(16);
        for (int i = 0; i < 16; i++) {
            String kind = imdb.test().labels().getInt(i) == 1 ? "pos" : "neg";
            assertThat(imdb.test().texts().get(i)).startsWith("test " + kind);
        }
        assertThat(imdb.train().texts()).isEqualTo(Datasets.imdb(folder).train().texts());
        assertThat(imdb.train().texts().subList(0, 8))
                .anyMatch(t -> t.contains("pos"))
                .anyMatch(t -> t.contains("neg"));
    }

    @Test
    void aTruncatedArchiveIsNamed() throws Exception {
        Path archive = Archives.tar(folder.resolve("aclImdb_v1.tar.gz"), Map.of("a/train/pos/1.txt", new byte[5000]));
        byte[] bytes = Files.readAllBytes(archive);
        Files.write(archive, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> Datasets.imdb(folder)).hasMessageContaining(archive + " is no whole .tar.gz: ");
    }
}
