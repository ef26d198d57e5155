package dev.sequential.benchmarks;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Embedding;
import dev.sequential.layers.LSTM;

/**
 * Keras's own example of a recurrent network on reviews of films: what counts are 80 steps of an LSTM, forth and back, and
 * the optimizer, which moves all 2,560,000 weights of the embedding.
 */
final class Imdb {
    private static final int WORDS = 20_000;
    private static final int STEPS = 80;

    private Imdb() {}

    static Case lstm(int batch, int rows) {
        return new Case(
                "imdb_lstm",
                batch,
                Imdb::model,
                () -> Data.numbers(WORDS, rows, STEPS),
                () -> Data.numbers(2, rows, 1));
    }

    private static Model model() {
        var model = Sequential.of(
                Input.of(STEPS).dtype("int32"), Embedding.of(WORDS, 128), LSTM.of(128), Dense.of(1, "sigmoid"));
        model.compile("adam", "binary_crossentropy", "accuracy");
        return model;
    }
}
