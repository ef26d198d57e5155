package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.refused;
import static dev.sequential.contract.Fixtures.twoInputs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Input;
import dev.sequential.Layer;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import org.junit.jupiter.api.Test;

/** Section 20.7, get_layer. */
class GetLayer_RowsTest implements Rows {
    private final Layer first = Dense.of(2).named("first");
    private final Layer second = Dense.of(2).named("second");
    private final Sequential model = Sequential.of(Input.of(2), first, second);

    @Test
    void l1_byName() {
        assertThat(model.getLayer("first")).isSameAs(first);
        assertThat(model.getLayer("second")).isSameAs(second);
        assertThat(twoInputs().getLayer("output").name()).isEqualTo("output");
    }

    @Test
    void l1_whatIsFoundIsTheLayerOfTheModel() {
        model.getLayer("second")
                .setWeights(java.util.List.of(
                        Fixtures.matrix(new double[] {1, 2}, new double[] {3, 4}), Fixtures.vector(5, 6)));
        assertThat(model.getWeights().get(3)).isEqualTo(Fixtures.vector(5, 6));
    }

    @Test
    void l2_byIndexFromTheBottomWithoutTheInput() {
        assertThat(model.getLayer(0)).isSameAs(first);
        assertThat(model.getLayer(1)).isSameAs(second);
        assertThat(model.getLayer(-1)).isSameAs(second);
        assertThat(model.getLayer(-2)).isSameAs(first);
        // in a graph the inputs count
        assertThat(twoInputs().getLayer(0).name()).isEqualTo("input_1");
    }

    @Test
    void l3_theIndexCountsIfBothAreGiven() {
        assertThat(model.getLayer("second", 0)).isSameAs(first);
        assertThat(model.getLayer("unknown", 1)).isSameAs(second);
    }

    /** Keras's {@code get_layer()} does not compile in Java. */
    @Test
    void l4_anInvalidNameOrIndexIsRefused() {
        refused(
                () -> model.getLayer("Second"),
                "No layer \"Second\" in model \"sequential\"; its layers are [first, second]");
        String empty =
                "getLayer needs the name or the index of a layer of model \"sequential\"; its layers are [first, second]";
        refused(() -> model.getLayer(""), empty);
        refused(() -> model.getLayer(null), empty);
        String range = "index of a layer of model \"sequential\" must be from -2 to 1, but received ";
        refused(() -> model.getLayer(2), range + 2);
        refused(() -> model.getLayer(-3), range + -3);
        refused(() -> model.getLayer("first", 2), range + 2);
    }
}
