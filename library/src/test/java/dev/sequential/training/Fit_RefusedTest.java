package dev.sequential.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Flatten;
import dev.sequential.layers.LSTM;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** Data that is refused leaves a model without shapes as it was. */
class Fit_RefusedTest {
    private final Model model = Sequential.of(Dense.of(3), Flatten.of(), Dense.of(1));

    @Test
    void targetsThatDoNotFit() {
        model.compile("sgd", "mse");
        assertThatThrownBy(() -> model.fit(Nd4j.ones(4, 5), Nd4j.ones(4, 2), f -> f.verbose(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(model.isBuilt()).isFalse();
        assertThat(model.weights()).isEmpty();
        model.fit(Nd4j.ones(4, 7), Nd4j.ones(4, 1), f -> f.verbose(0));
        assertThat(model.countParams()).isEqualTo(7 * 3 + 3 + 3 + 1);
    }

    @Test
    void inputsThatALayerRefuses() {
        Model narrow = Sequential.of(Dense.of(3), LSTM.of(2), Dense.of(1));
        narrow.compile("sgd", "mse");
        assertThatThrownBy(() -> narrow.fit(Nd4j.ones(4, 5), Nd4j.ones(4, 1), f -> f.verbose(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(narrow.isBuilt()).isFalse();
        assertThat(narrow.weights()).isEmpty();
    }
}
