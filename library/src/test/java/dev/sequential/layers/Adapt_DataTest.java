package dev.sequential.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sequential.LayerSpec;
import dev.sequential.engine.DType;
import dev.sequential.engine.Shape;
import dev.sequential.saving.KerasConfig;
import dev.sequential.unit.ArrayAsserts;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Golden;
import dev.sequential.unit.Masks;
import dev.sequential.unit.Values;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Layers that look at data before training find what Keras finds. */
class Adapt_DataTest {
    static Stream<Golden.Case> cases() {
        return Golden.cases("layers").stream()
                .filter(c -> c.has("adapt")
                        && List.of("Normalization", "Discretization").contains(c.className()));
    }

    private static INDArray array(Values values) {
        return Nd4j.createFromArray(values.data()).reshape(values.shape().dims());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatKerasFinds(Golden.Case golden) {
        INDArray data = array(golden.values("adapt"));
        LayerSpec spec = KerasConfig.standard().read(golden.config(), LayerSpec.class);
        LayerSpec adapted = spec instanceof Normalization n
                ? n.adapted(data)
                : Discretization.bins(((Discretization) spec).numBins().getAsInt())
                        .adapted(data);
        if (adapted instanceof Discretization d) {
            List<Double> expected = ((Discretization) spec).binBoundaries();
            for (int i = 0; i < expected.size(); i++) {
                assertThat(d.binBoundaries().get(i)).isCloseTo(expected.get(i), within(1e-5));
            }
        }
        Values x = Values.of(golden.json().at("/calls/0/inputs/0"));
        Values y = Masks.run("auto", adapted, List.of(x), List.of()).get(0);
        ArrayAsserts.assertClose("output", y, Values.of(golden.json().at("/calls/0/outputs/0")), golden.tolerance());
        assertThat(KerasConfig.standard().read(KerasConfig.standard().write(adapted), LayerSpec.class))
                .isEqualTo(adapted);
    }

    @Test
    void batchesAreMergedExactly() {
        INDArray data = Nd4j.createFromArray(new double[][] {{1, 10}, {2, 20}, {4, 60}, {-3, 0}, {8, 5}});
        Normalization whole = Normalization.of().adapted(data);
        INDArray first = data.get(NDArrayIndex.interval(0, 2), NDArrayIndex.all());
        INDArray rest = data.get(NDArrayIndex.interval(2, 5), NDArrayIndex.all());
        Normalization parts = Normalization.of().adapted(first, rest);
        for (int i = 0; i < 2; i++) {
            assertThat(parts.mean().get(i)).isCloseTo(whole.mean().get(i), within(1e-9));
            assertThat(parts.variance().get(i)).isCloseTo(whole.variance().get(i), within(1e-9));
        }
        assertThat(whole.mean().get(0)).isCloseTo(2.4, within(1e-9));
        assertThat(whole.mean().get(1)).isCloseTo(19, within(1e-9));
    }

    @Test
    void dataThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> Normalization.of().adapted(Nd4j.ones(2, 3), Nd4j.ones(2, 4)))
                .hasMessage("Normalization cannot adapt to batches with 3 and 4 places along its axes");
        assertThatThrownBy(() -> Normalization.of(n -> n.axis(List.of(2))).adapted(Nd4j.ones(2, 3)))
                .hasMessage("Normalization of axis [2] cannot adapt to data of shape [2, 3]");
        assertThatThrownBy(() -> Normalization.of().adapted()).hasMessage("Normalization needs data to adapt to");
        assertThatThrownBy(() -> Discretization.bins(3).adapted()).hasMessage("Discretization needs data to adapt to");
    }

    @Test
    void aCategoryOutsideIsRefused() {
        for (String backend : Compute.BACKENDS) {
            Values ids = Values.of(Shape.of(1, 2), 0, 3).as(DType.INT32);
            assertThatThrownBy(() -> Masks.run(backend, CategoryEncoding.of(3), List.of(ids), List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Places must be from 0 to 2, but received 3");
        }
    }
}
