package dev.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sequential.data.Datasets;
import dev.sequential.data.Examples;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Dropout;
import dev.sequential.layers.Flatten;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Real input at full size: Keras's own MLP example on MNIST, as accurate as with Keras. Skipped where MNIST is absent. */
class Mnist_AccuracyTest {
    private static final Path FOLDER = Path.of(System.getProperty("sequential.root", ".."), "../shared/data/mnist");

    @Test
    void isAsAccurateAsKeras() {
        assumeTrue(Files.isDirectory(FOLDER), "MNIST is not in ../shared/data/mnist: skipped");
        Examples.Split mnist = Datasets.mnist(FOLDER);
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
        model.fit(
                mnist.train().x().divi(255),
                mnist.train().y(),
                f -> f.batchSize(128).epochs(5).verbose(0));
        Scores scores = model.evaluate(mnist.test().x().divi(255), mnist.test().y(), e -> e.verbose(0));
        // Keras 3 reaches 0.978 to 0.982 over three seeds.
        assertThat(scores.get("accuracy")).isGreaterThanOrEqualTo(0.978 - 0.003);
    }
}
