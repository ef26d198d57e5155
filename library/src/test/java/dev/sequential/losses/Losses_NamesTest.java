package dev.sequential.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.engine.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Losses_NamesTest {
    @ParameterizedTest
    @CsvSource({
        "mse, mean_squared_error",
        "MSE, mean_squared_error",
        "MeanSquaredError, mean_squared_error",
        "mae, mean_absolute_error",
        "mape, mean_absolute_percentage_error",
        "msle, mean_squared_logarithmic_error",
        "bce, binary_crossentropy",
        "BCE, binary_crossentropy",
        "kld, kl_divergence",
        "kullback_leibler_divergence, kl_divergence",
        "cosine_proximity, cosine_similarity",
        "cosine, cosine_similarity",
        "logcosh, log_cosh",
        "huber_loss, huber",
        "SparseCategoricalCrossentropy, sparse_categorical_crossentropy",
        "KLDivergence, kl_divergence"
    })
    void shortFormsAndClassNamesMeanTheSame(String alias, String name) {
        assertThat(Losses.of(alias)).isEqualTo(Losses.of(name));
        assertThat(((Criterion) Losses.of(alias)).name()).isEqualTo(name);
    }

    @Test
    void unknownNameSaysTheNearest() {
        assertThatThrownBy(() -> Losses.of("mse2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Unknown loss \"mse2\". Did you mean \"mse\"?\nKnown names: ");
    }

    @Test
    void crossentropyIsTheOneThatFits() {
        Shape three = Shape.of(Shape.UNKNOWN, 3);
        assertThat(Losses.crossentropyFor(three, three)).isEqualTo(CategoricalCrossentropy.of());
        assertThat(Losses.crossentropyFor(null, three)).isEqualTo(CategoricalCrossentropy.of());
        assertThat(Losses.crossentropyFor(Shape.of(Shape.UNKNOWN), three))
                .isEqualTo(SparseCategoricalCrossentropy.of());
        assertThat(Losses.crossentropyFor(Shape.of(Shape.UNKNOWN, 1), three))
                .isEqualTo(SparseCategoricalCrossentropy.of());
        assertThat(Losses.crossentropyFor(null, Shape.of(Shape.UNKNOWN, 1))).isEqualTo(BinaryCrossentropy.of());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.5, Double.NaN})
    void labelSmoothingIsFrom0To1(double smoothing) {
        assertThatThrownBy(() -> CategoricalCrossentropy.of(c -> c.labelSmoothing(smoothing)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("labelSmoothing must be from 0.0 to 1.0, but received " + smoothing);
    }

    @Test
    void otherOptionsAreChecked() {
        assertThatThrownBy(() -> Huber.of(h -> h.delta(0)))
                .hasMessage("delta of huber must be above 0, but received 0.0");
        assertThatThrownBy(() -> CategoricalGeneralizedCrossEntropy.of(c -> c.q(1)))
                .hasMessage("q must be above 0 and below 1, but received 1.0");
        assertThatThrownBy(() -> MeanSquaredError.of(null)).hasMessage("reduction must not be null");
        assertThat(Dice.of(d -> d.axis(List.of(1, 2)))).hasToString("Dice[axis=[1, 2], reduction=sum_over_batch_size]");
    }
}
