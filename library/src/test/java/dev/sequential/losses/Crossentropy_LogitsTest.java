package dev.sequential.losses;

import static dev.sequential.unit.ArrayAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.engine.DType;
import dev.sequential.engine.Gradients;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Values;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Right after a softmax or sigmoid crossentropies are computed from its input, so that saturated outputs still learn. */
class Crossentropy_LogitsTest {
    static final List<String> BACKENDS = Compute.BACKENDS;

    private static final Values SCORES = Values.of(Shape.of(2, 3), 40, -40, 0, 0.3, -0.2, 1.1);
    private static final Values ONE_HOT = Values.of(Shape.of(2, 3), 0, 1, 0, 0, 0, 1);
    private static final Values CLASSES = new Values(DType.INT32, Shape.of(2), new double[] {1, 2});

    private static List<Values> run(String backend, Values targets, Loss loss, UnaryOperator<Tensor> activation) {
        return Compute.all(backend, List.of(targets, SCORES), x -> {
            Tensor value = loss.call(x.get(0), activation.apply(x.get(1)));
            return List.of(value, Gradients.of(value.sum(), List.of(x.get(1))).get(0));
        });
    }

    @ParameterizedTest
    @FieldSource("BACKENDS")
    void gradientAfterSoftmaxIsPredictionMinusTarget(String backend) {
        double total = Math.exp(0.3) + Math.exp(-0.2) + Math.exp(1.1);
        Values values = Values.vector(80, Math.log(total) - 1.1);
        Values gradient = Values.of(
                Shape.of(2, 3),
                1,
                -1,
                Math.exp(-40),
                Math.exp(0.3) / total,
                Math.exp(-0.2) / total,
                Math.exp(1.1) / total - 1);
        for (List<Values> results : List.of(
                run(backend, ONE_HOT, CategoricalCrossentropy.of(), x -> x.softmax(-1)),
                run(backend, CLASSES, SparseCategoricalCrossentropy.of(), x -> x.softmax(-1)),
                run(backend, ONE_HOT, CategoricalCrossentropy.of(c -> c.fromLogits(true)), x -> x),
                run(backend, CLASSES, SparseCategoricalCrossentropy.of(c -> c.fromLogits(true)), x -> x))) {
            assertClose("loss", results.get(0), values, 1e-6);
            assertClose("gradient", results.get(1), gradient, 1e-6);
        }
    }

    @ParameterizedTest
    @FieldSource("BACKENDS")
    void gradientAfterSigmoidIsPredictionMinusTarget(String backend) {
        double[] z = SCORES.data();
        double[] t = ONE_HOT.data();
        double[] loss = new double[2];
        double[] gradient = new double[6];
        for (int i = 0; i < 6; i++) {
            double p = 1 / (1 + Math.exp(-z[i]));
            loss[i / 3] += (Math.max(z[i], 0) - z[i] * t[i] + Math.log1p(Math.exp(-Math.abs(z[i])))) / 3;
            gradient[i] = (p - t[i]) / 3;
        }
        List<Values> results = run(backend, ONE_HOT, BinaryCrossentropy.of(), Tensor::sigmoid);
        assertClose("loss", results.get(0), Values.vector(loss), 1e-6);
        assertClose("gradient", results.get(1), Values.of(Shape.of(2, 3), gradient), 1e-6);
    }

    @ParameterizedTest
    @FieldSource("BACKENDS")
    void otherProbabilitiesAreClippedAndSaturatedOnesLearnNothing(String backend) {
        List<Values> results = run(
                backend,
                ONE_HOT,
                CategoricalCrossentropy.of(),
                x -> x.softmax(-1).times(1.0).plus(0.0).abs());
        assertThat(results.get(0).data()[0]).isEqualTo(-Math.log(1e-7), org.assertj.core.api.Assertions.within(1e-4));
        assertClose("gradient", row(results.get(1)), Values.vector(0, 0, 0), 1e-6);
    }

    private static Values row(Values matrix) {
        return Values.vector(matrix.data()[0], matrix.data()[1], matrix.data()[2]);
    }
}
