package dev.sequential.benchmarks;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.layers.Conv2D;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Dropout;
import dev.sequential.layers.Flatten;
import dev.sequential.layers.MaxPooling2D;

/** Keras's own example of a convolutional network on digits: what counts is the second convolution, forth and back. */
final class Cnn {
    private Cnn() {}

    static Case mnist(int batch, int rows) {
        return new Case(
                "mnist_cnn", batch, Cnn::model, () -> Data.floats(rows, 28, 28, 1), () -> Data.classes(rows, 10));
    }

    private static Model model() {
        var model = Sequential.of(
                Input.of(28, 28, 1),
                Conv2D.of(32, 3, "relu"),
                Conv2D.of(64, 3, "relu"),
                MaxPooling2D.of(2),
                Dropout.of(0.25),
                Flatten.of(),
                Dense.of(128, "relu"),
                Dropout.of(0.5),
                Dense.of(10, "softmax"));
        model.compile("adam", "categorical_crossentropy", "accuracy");
        return model;
    }
}
