package dev.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sequential.data.Datasets;
import dev.sequential.data.Examples;
import dev.sequential.layers.Conv2D;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Dropout;
import dev.sequential.layers.Flatten;
import dev.sequential.layers.MaxPooling2D;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Real input at full size: Keras's own examples on MNIST, as accurate as with Keras. Skipped where MNIST is absent. */
class Mnist_AccuracyTest {
    private static final Path FOLDER = Path.of(System.getProperty("sequential.root", ".."), "../shared/data/mnist");

    @BeforeEach
    void mnistIsThere() {
        assumeTrue(Files.isDirectory(FOLDER), "MNIST is not in ../shared/data/mnist: skipped");
        Sequential.seed(1);
    }

    /** Keras 3 reaches 0.978 to 0.982 over three seeds. */
    @Test
    void denseLayersAreAsAccurateAsInKeras() {
        Model model = Sequential.of(
                Input.of(28, 28),
                Flatten.of(),
                Dense.of(512, "relu"),
                Dropout.of(0.2),
                Dense.of(512, "relu"),
                Dropout.of(0.2),
                Dense.of(10, "softmax"));
        model.compile("rmsprop", "sparse_categorical_crossentropy", "accuracy");
        assertThat(accuracy(model, 5)).isGreaterThanOrEqualTo(0.978 - 0.003);
    }

    /** Keras 3 reaches 0.988. */
    @Test
    void convolutionsAreAsAccurateAsInKeras() {
        Model model = Sequential.of(
                Input.of(28, 28, 1),
                Conv2D.of(32, 3, "relu"),
                Conv2D.of(64, 3, "relu"),
                MaxPooling2D.of(),
                Dropout.of(0.25),
                Flatten.of(),
                Dense.of(128, "relu"),
                Dropout.of(0.5),
                Dense.of(10, "softmax"));
        model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
        assertThat(accuracy(model, 2)).isGreaterThanOrEqualTo(0.988 - 0.003);
    }

    private static double accuracy(Model model, int epochs) {
        Examples.Split mnist = Datasets.mnist(FOLDER);
        INDArray x = images(model, mnist.train());
        model.fit(x, mnist.train().y(), f -> f.batchSize(128).epochs(epochs).verbose(0));
        return model.evaluate(images(model, mnist.test()), mnist.test().y(), e -> e.verbose(0))
                .get("accuracy");
    }

    /** Pixels from 0 to 1, of the rank that the model takes. */
    private static INDArray images(Model model, Examples examples) {
        INDArray x = examples.x().divi(255);
        return model.inputs().get(0).rank() == 4 ? x.reshape(x.size(0), 28, 28, 1) : x;
    }
}
