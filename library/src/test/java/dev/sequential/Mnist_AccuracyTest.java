package dev.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sequential.layers.Dense;
import dev.sequential.layers.Dropout;
import dev.sequential.layers.Flatten;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Real input at full size: Keras's own MLP example on MNIST, as accurate as with Keras. Skipped where MNIST is absent. */
class Mnist_AccuracyTest {
    private static final Path FOLDER = Path.of(System.getProperty("sequential.root", ".."), "../shared/data/mnist");

    @Test
    void isAsAccurateAsKeras() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "MNIST is not in ../shared/data/mnist: skipped");
        INDArray x = images("train-images-idx3-ubyte.gz");
        INDArray y = labels("train-labels-idx1-ubyte.gz");
        Sequential.seed(1);
        Model model = Sequential.of(
                Input.of(28, 28),
                Flatten.of(),
                Dense.of(512, "relu"),
                Dropout.of(0.2),
                Dense.of(512, "relu"),
                Dropout.of(0.2),
                Dense.of(10, "softmax"));
        model.compile("rmsprop", "sparse_categorical_crossentropy", "accuracy");
        model.fit(x, y, f -> f.batchSize(128).epochs(5).verbose(0));
        Scores scores = model.evaluate(
                images("t10k-images-idx3-ubyte.gz"), labels("t10k-labels-idx1-ubyte.gz"), e -> e.verbose(0));
        // Keras 3 reaches 0.978 to 0.982 over three seeds.
        assertThat(scores.get("accuracy")).isGreaterThanOrEqualTo(0.978 - 0.003);
    }

    private static INDArray images(String file) throws IOException {
        try (DataInputStream in = open(file)) {
            in.readInt();
            int count = in.readInt();
            int rows = in.readInt();
            int columns = in.readInt();
            byte[] bytes = in.readAllBytes();
            float[] pixels = new float[bytes.length];
            for (int i = 0; i < pixels.length; i++) pixels[i] = (bytes[i] & 0xff) / 255f;
            return Nd4j.createFromArray(pixels).reshape(count, rows, columns);
        }
    }

    private static INDArray labels(String file) throws IOException {
        try (DataInputStream in = open(file)) {
            in.readLong();
            byte[] bytes = in.readAllBytes();
            int[] labels = new int[bytes.length];
            for (int i = 0; i < labels.length; i++) labels[i] = bytes[i];
            return Nd4j.createFromArray(labels);
        }
    }

    private static DataInputStream open(String file) throws IOException {
        return new DataInputStream(new GZIPInputStream(Files.newInputStream(FOLDER.resolve(file))));
    }
}
