package dev.sequential.benchmarks;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;

/** A model of the size of the iris flowers, 131 weights: what is left is the price of a step itself. */
final class Tiny {
    private Tiny() {}

    static Case tiny(int batch, int rows) {
        return new Case("tiny_b" + batch, batch, Tiny::model, () -> Data.floats(rows, 4), () -> Data.classes(rows, 3));
    }

    private static Model model() {
        var model = Sequential.of(Input.of(4), Dense.of(16, "relu"), Dense.of(3, "softmax"));
        model.compile("adam", "categorical_crossentropy", "accuracy");
        return model;
    }
}
