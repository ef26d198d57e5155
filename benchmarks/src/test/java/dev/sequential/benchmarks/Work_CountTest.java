package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.layers.Conv2D;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Embedding;
import dev.sequential.layers.Flatten;
import dev.sequential.layers.LSTM;
import dev.sequential.layers.LayerNormalization;
import dev.sequential.layers.MultiHeadAttention;
import org.junit.jupiter.api.Test;

class Work_CountTest {
    private static Model compiled(Model model, String optimizer) {
        model.compile(optimizer, "mse");
        return model;
    }

    /** Numbers of a step but for the rate and the count that each optimizer keeps, read and written. */
    private static double numbers(Work work) {
        return work.bytes() / Float.BYTES - 2 * 2;
    }

    @Test
    void multipliesForwardAndTwiceBackButForTheFirstInput() {
        Model model = compiled(Sequential.of(Input.of(7), Dense.of(5), Dense.of(3)), "sgd");
        assertThat(Work.predicting(model, 10).flops()).isEqualTo(10 * 2 * (7 * 5 + 5 * 3));
        assertThat(Work.training(model, 10).flops()).isEqualTo(10 * 2 * (2 * 7 * 5 + 3 * 5 * 3));
    }

    @Test
    void movesWeightsGradientsAndTheOptimizersNumbersTwice() {
        int weights = 7 * 5 + 5;
        Model model = Sequential.of(Input.of(7), Dense.of(5));
        assertThat(Work.predicting(model, 10).bytes()).isEqualTo(Float.BYTES * weights);
        assertThat(numbers(Work.training(compiled(model, "sgd"), 10))).isEqualTo(4 * weights);
        assertThat(numbers(Work.training(compiled(model, "rmsprop"), 10))).isEqualTo(6 * weights);
        assertThat(numbers(Work.training(compiled(model, "adam"), 10))).isEqualTo(8 * weights);
    }

    @Test
    void convolvesAtEachPlace() {
        Model model = Sequential.of(Input.of(28, 28, 1), Conv2D.of(32, 3), Conv2D.of(64, 3), Flatten.of());
        assertThat(Work.predicting(model, 2).flops()).isEqualTo(2 * 2 * (26.0 * 26 * 9 * 32 + 24.0 * 24 * 9 * 32 * 64));
    }

    @Test
    void repeatsTheCellAtEachStep() {
        Model model = compiled(Sequential.of(Input.of(80).dtype("int32"), Embedding.of(1_000, 16), LSTM.of(8)), "sgd");
        double cell = 2 * 80 * (16 + 8) * 4 * 8;
        assertThat(Work.predicting(model, 1).flops()).isEqualTo(cell);
        assertThat(Work.training(model, 1).flops()).isEqualTo(3 * cell);
    }

    @Test
    void touchesTheRowsOfTheWordsOfABatch() {
        Model model = compiled(Sequential.of(Input.of(80).dtype("int32"), Embedding.of(1_000, 16)), "sgd");
        assertThat(Work.predicting(model, 2).bytes()).isEqualTo(Float.BYTES * 2 * 80 * 16);
        assertThat(Work.predicting(model, 50).bytes()).isEqualTo(Float.BYTES * 1_000 * 16);
        assertThat(numbers(Work.training(model, 2))).isEqualTo(2 * 1_000 * 16 + 2 * 2 * 80 * 16);
    }

    @Test
    void multipliesQueriesKeysAndValues() {
        var x = Input.of(6, 5).tensor();
        Model model = Model.of(
                x, LayerNormalization.of().apply(MultiHeadAttention.of(2, 3).apply(x, x)));
        double projections = 2 * 6 * 4 * (5 * 2 * 3);
        double attention = 2 * (2 * 6 * 6 * 2 * 3);
        assertThat(Work.predicting(model, 1).flops()).isEqualTo(projections + attention);
    }

    @Test
    void knowsEveryCase() {
        for (Case subject : Case.ALL) {
            Model model = subject.model().get();
            assertThat(Work.training(model, subject.batch()).flops())
                    .as(subject.name())
                    .isGreaterThan(2 * Work.predicting(model, subject.batch()).flops() * 0.9);
        }
    }
}
