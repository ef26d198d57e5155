package dev.sequential.benchmarks;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Dropout;

/** Two hidden layers of 512 on digits: 669,706 weights, so what counts are matrix products and the optimizer. */
final class Mlp {
    private Mlp() {}

    static Case mlp(int batch, int rows) {
        return wide("mlp_b" + batch, 512, batch, rows);
    }

    /** The same with hidden layers of another width. */
    static Case wide(String name, int width, int batch, int rows) {
        return new Case(name, batch, () -> model(width), () -> Data.floats(rows, 784), () -> Data.classes(rows, 10));
    }

    private static Model model(int width) {
        var model = Sequential.of(
                Input.of(784),
                Dense.of(width, "relu"),
                Dropout.of(0.2),
                Dense.of(width, "relu"),
                Dropout.of(0.2),
                Dense.of(10, "softmax"));
        model.compile("rmsprop", "categorical_crossentropy", "accuracy");
        return model;
    }
}
