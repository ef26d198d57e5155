package dev.sequential.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.engine.DType;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import org.junit.jupiter.api.Test;

class Targets_ShapesTest {
    private static Tensor of(long... dims) {
        return Tensor.of(new Placeholder("x", new Type(Shape.of(dims), DType.FLOAT32)));
    }

    @Test
    void aColumnMayLackItsLastAxisOrHaveOneMore() {
        assertThat(MeanSquaredError.of().call(of(32), of(32, 1)).shape()).isEqualTo(Shape.of(32));
        assertThat(MeanSquaredError.of().call(of(32, 5), of(32, 5, 1)).shape()).isEqualTo(Shape.of(32, 5));
        assertThat(MeanSquaredError.of().call(of(32, 5, 1), of(32, 5)).shape()).isEqualTo(Shape.of(32));
        assertThat(SparseCategoricalCrossentropy.of()
                        .call(of(32, 1), of(32, 10))
                        .shape())
                .isEqualTo(Shape.of(32));
    }

    @Test
    void targetsThatOnlyBroadcastAreRefused() {
        assertThatThrownBy(() -> MeanSquaredError.of().call(of(32, 1), of(32, 10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mean_squared_error expects targets of the output's shape (32, 10), but received (32, 1).");
    }

    @Test
    void classNumbersForOneHotAndTheOtherWayRoundSayWhichLossToUse() {
        assertThatThrownBy(() -> CategoricalCrossentropy.of().call(of(32), of(32, 10)))
                .hasMessage("categorical_crossentropy expects targets of the output's shape (32, 10), but received"
                        + " (32,). For class numbers use the loss sparse_categorical_crossentropy.");
        assertThatThrownBy(() -> SparseCategoricalCrossentropy.of().call(of(32, 10), of(32, 10)))
                .hasMessage(
                        "sparse_categorical_crossentropy expects class numbers of shape (32,) for the output's shape"
                                + " (32, 10), but received (32, 10). For one-hot targets use the loss categorical_crossentropy.");
    }
}
