package dev.sequential.benchmarks;

import dev.sequential.Input;
import dev.sequential.Sequential;
import dev.sequential.data.Datasets;
import dev.sequential.data.Examples;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Dropout;
import dev.sequential.layers.Flatten;
import java.nio.file.Path;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Real input at full size: 60,000 handwritten digits to learn from, 10,000 to be tested on. */
final class Mnist {
    static final int EPOCHS = 5;

    /**
     * What came out.
     *
     * @param accuracy share of the test digits that are recognised
     * @param seconds that training took
     */
    record Result(double accuracy, double seconds) {}

    private Mnist() {}

    /** Trains and measures, on the four files of this folder. */
    static Result run(Path folder) {
        Examples.Split mnist = Datasets.mnist(folder);
        var model = Sequential.of(
                Input.of(28, 28),
                Flatten.of(),
                Dense.of(512, "relu"),
                Dropout.of(0.2),
                Dense.of(512, "relu"),
                Dropout.of(0.2),
                Dense.of(10, "softmax"));
        model.compile("rmsprop", "sparse_categorical_crossentropy", "accuracy");
        INDArray x = scaled(mnist.train());
        long start = System.nanoTime();
        model.fit(x, mnist.train().y(), f -> f.batchSize(128).epochs(EPOCHS).verbose(0));
        double seconds = (System.nanoTime() - start) / 1e9;
        var scores = model.evaluate(
                scaled(mnist.test()), mnist.test().y(), e -> e.batchSize(128).verbose(0));
        return new Result(scores.get("accuracy"), seconds);
    }

    private static INDArray scaled(Examples digits) {
        return digits.x().divi(255);
    }
}
