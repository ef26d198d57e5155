package dev.sequential.losses;

import static dev.sequential.unit.ArrayAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Values;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked examples of how weights and masks make one number of a batch's loss values. */
class Reduction_WeightsTest {
    private static final Values L = Values.vector(1, 2, 3, 4);
    private static final Values W = Values.vector(1, 0, 2, 0.5);
    private static final Values STEPS = Values.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
    private static final Values PATTERN = Values.of(Shape.of(2, 3), 1, 1, 0, 0, 1, 1);

    private static void check(Reduction reduction, Values values, Values weight, Values mask, double expected) {
        List<Values> inputs = new ArrayList<>(List.of(values));
        if (weight != null) inputs.add(weight);
        if (mask != null) inputs.add(mask);
        for (String backend : Compute.BACKENDS) {
            Values result = Compute.all(
                            backend,
                            inputs,
                            x -> List.of(reduction.reduce(
                                    x.get(0),
                                    weight == null ? null : x.get(1),
                                    mask == null ? null : x.get(x.size() - 1))))
                    .get(0);
            assertClose(reduction.toString(), result, Values.of(Shape.scalar(), expected), 1e-6);
        }
    }

    @Test
    void dividesByTheCountWhateverTheWeights() {
        check(Reduction.SUM_OVER_BATCH_SIZE, L, null, null, 2.5);
        check(Reduction.SUM_OVER_BATCH_SIZE, L, W, null, 2.25);
        check(Reduction.SUM_OVER_BATCH_SIZE, STEPS, PATTERN, null, 14 / 6.0);
    }

    @Test
    void sumsOrDividesByTheWeightsIfAsked() {
        check(Reduction.SUM, L, W, null, 9);
        check(Reduction.MEAN_WITH_SAMPLE_WEIGHT, L, W, null, 9 / 3.5);
        check(Reduction.MEAN_WITH_SAMPLE_WEIGHT, L, Values.vector(0, 0, 0, 0), null, 0);
    }

    @Test
    void maskedValuesDoNotCount() {
        check(Reduction.SUM_OVER_BATCH_SIZE, STEPS, null, PATTERN, 3.5);
        check(Reduction.SUM_OVER_BATCH_SIZE, STEPS, Values.vector(2, 1), PATTERN, 4.25);
        check(Reduction.SUM_OVER_BATCH_SIZE, L, null, Values.vector(0, 0, 0, 0), 0);
    }

    @Test
    void aWeightARowCountsForAllItsSteps() {
        check(Reduction.SUM_OVER_BATCH_SIZE, STEPS, Values.vector(1, 0), null, 1);
        Values square = Values.of(Shape.of(3, 3), 1, 2, 3, 4, 5, 6, 7, 8, 9);
        check(Reduction.SUM_OVER_BATCH_SIZE, square, Values.vector(1, 0, 0), null, 6 / 9.0);
        check(Reduction.SUM_OVER_BATCH_SIZE, L, Values.of(Shape.of(4, 1), 1, 0, 2, 0.5), null, 2.25);
    }

    @Test
    void weightsThatDoNotFitAreRefused() {
        Tensor values = STEPS.constant();
        assertThatThrownBy(() -> Reduction.SUM.reduce(values, W.constant(), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sampleWeight of shape (4,) does not fit loss values of shape (2, 3)");
        assertThatThrownBy(() -> Reduction.SUM.reduce(values, null, W.constant()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The mask of shape (4,) does not fit loss values of shape (2, 3)");
    }
}
