package dev.sequential.benchmarks;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.engine.Tensor;
import dev.sequential.layers.Add;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Embedding;
import dev.sequential.layers.GlobalAveragePooling1D;
import dev.sequential.layers.LayerNormalization;
import dev.sequential.layers.MultiHeadAttention;

/** A small encoder of two blocks on sentences of 64 words: many small products and passes over small arrays. */
final class Transformer {
    private static final int WORDS = 5_000;
    private static final int STEPS = 64;
    private static final int FEATURES = 64;

    private Transformer() {}

    static Case transformer(int batch, int rows) {
        return new Case(
                "transformer_b" + batch,
                batch,
                Transformer::model,
                () -> Data.numbers(WORDS, rows, STEPS),
                () -> Data.numbers(2, rows, 1));
    }

    private static Model model() {
        Tensor words = Input.of(STEPS).dtype("int32").tensor();
        Tensor x = block(block(Embedding.of(WORDS, FEATURES).apply(words)));
        var model = Model.of(
                words, Dense.of(1, "sigmoid").apply(GlobalAveragePooling1D.of().apply(x)));
        model.compile("adam", "binary_crossentropy", "accuracy");
        return model;
    }

    private static Tensor block(Tensor x) {
        Tensor attended = MultiHeadAttention.of(4, 16).apply(x, x);
        Tensor seen = LayerNormalization.of().apply(Add.of().apply(x, attended));
        Tensor thought = Dense.of(FEATURES).apply(Dense.of(256, "relu").apply(seen));
        return LayerNormalization.of().apply(Add.of().apply(seen, thought));
    }
}
