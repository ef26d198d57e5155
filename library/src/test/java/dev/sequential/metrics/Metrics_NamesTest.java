package dev.sequential.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.engine.Shape;
import dev.sequential.losses.BinaryCrossentropy;
import dev.sequential.losses.CategoricalCrossentropy;
import dev.sequential.losses.Loss;
import dev.sequential.losses.MeanSquaredError;
import dev.sequential.losses.SparseCategoricalCrossentropy;
import java.util.List;
import org.junit.jupiter.api.Test;

class Metrics_NamesTest {
    private static final Shape ONE = Shape.of(Shape.UNKNOWN, 1);
    private static final Shape FIVE = Shape.of(Shape.UNKNOWN, 5);
    private static final Shape FLAT = Shape.of(Shape.UNKNOWN);

    @Test
    void functionsAreLoggedAsTheyWereGivenAndClassesUnderTheirOwnName() {
        assertThat(Metrics.of("mse").name()).isEqualTo("mse");
        assertThat(Metrics.of("mean_squared_error").name()).isEqualTo("mean_squared_error");
        assertThat(Metrics.of("MeanSquaredError").name()).isEqualTo("mean_squared_error");
        assertThat(Metrics.of("AUC").name()).isEqualTo("auc");
        assertThat(Metrics.of("Precision").name()).isEqualTo("precision");
        assertThat(Metrics.of("LogCoshError").name()).isEqualTo("logcosh");
    }

    @Test
    void everyNameIsKnown() {
        for (String name : Metrics.names())
            assertThat(Metrics.of(name)).as(name).isNotNull();
        assertThat(Metrics.has("accuracy")).isTrue();
        assertThat(Metrics.has("acuracy")).isFalse();
    }

    @Test
    void unknownNameSaysTheNearest() {
        assertThatThrownBy(() -> Metrics.of("acuracy"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Unknown metric \"acuracy\". Did you mean \"accuracy\"?\nKnown names: AUC, ");
    }

    @Test
    void accuracyFollowsOutputThenLossThenTargets() {
        Loss mse = MeanSquaredError.of();
        assertThat(Metrics.accuracyFor(mse, ONE, ONE)).isEqualTo(BinaryAccuracy.of());
        assertThat(Metrics.accuracyFor(BinaryCrossentropy.of(), FIVE, FIVE)).isEqualTo(BinaryAccuracy.of());
        assertThat(Metrics.accuracyFor(SparseCategoricalCrossentropy.of(), null, FIVE))
                .isEqualTo(SparseCategoricalAccuracy.of());
        assertThat(Metrics.accuracyFor(mse, FLAT, FIVE)).isEqualTo(SparseCategoricalAccuracy.of());
        assertThat(Metrics.accuracyFor(mse, ONE, FIVE)).isEqualTo(SparseCategoricalAccuracy.of());
        assertThat(Metrics.accuracyFor(CategoricalCrossentropy.of(), FIVE, FIVE))
                .isEqualTo(CategoricalAccuracy.of());
        assertThat(Metrics.accuracyFor(null, null, FIVE)).isEqualTo(CategoricalAccuracy.of());
    }

    @Test
    void crossentropyFollowsTheSameTree() {
        assertThat(Metrics.crossentropyFor(null, ONE, ONE)).isEqualTo(BinaryCrossentropy.of());
        assertThat(Metrics.crossentropyFor(BinaryCrossentropy.of(), FIVE, FIVE)).isEqualTo(BinaryCrossentropy.of());
        assertThat(Metrics.crossentropyFor(null, FLAT, FIVE)).isEqualTo(SparseCategoricalCrossentropy.of());
        assertThat(Metrics.crossentropyFor(null, FIVE, FIVE)).isEqualTo(CategoricalCrossentropy.of());
        assertThat(Metrics.of("acc", null, FIVE, FIVE).name()).isEqualTo("acc");
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> BinaryAccuracy.of(2))
                .hasMessage("threshold must be from 0.0 to 1.0, but received 2.0");
        assertThatThrownBy(() -> TopKCategoricalAccuracy.of(0)).hasMessage("k must be 1 or more, but received 0");
        assertThatThrownBy(() -> Precision.of(p -> p.thresholds(List.of(0.5, 1.5))))
                .hasMessage("thresholds must be from 0.0 to 1.0, but received 1.5");
        assertThatThrownBy(() -> AUC.of(a -> a.numThresholds(1)))
                .hasMessage("numThresholds must be 2 or more, but received 1");
        assertThatThrownBy(() -> AUC.of(a -> a.numLabels(3))).hasMessage("numLabels is needed only with multiLabel");
        assertThatThrownBy(() -> IoU.of(3, List.of(0, 3)))
                .hasMessage("targetClassIds must be from 0 to 2, but received 3");
        assertThatThrownBy(() -> FBetaScore.of(f -> f.beta(0))).hasMessage("beta must be above 0, but received 0.0");
        assertThatThrownBy(() -> RecallAtPrecision.of(1.5))
                .hasMessage("precision must be from 0.0 to 1.0, but received 1.5");
    }
}
