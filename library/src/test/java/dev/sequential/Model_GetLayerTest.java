package dev.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.engine.Tensor;
import dev.sequential.layers.Concatenate;
import dev.sequential.layers.Dense;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows L1 to L4 of the contract, and the order of layers. */
class Model_GetLayerTest {
    private final Layer first = Dense.of(3).named("first");
    private final Layer last = Dense.of(1).named("last");
    private final Sequential model = Sequential.of("chain", Input.of(2), first, last);

    @Test
    void byNameGivesTheLiveLayer() {
        assertThat(model.getLayer("last")).isSameAs(last);
    }

    @Test
    void byIndexCountsFromTheFirstAdded() {
        assertThat(model.getLayer(0)).isSameAs(first);
        assertThat(model.getLayer(-1)).isSameAs(last);
        assertThat(model.getLayer(-2)).isSameAs(first);
    }

    @Test
    void theIndexWinsOverTheName() {
        assertThat(model.getLayer("last", 0)).isSameAs(first);
        assertThat(model.getLayer("unknown", 1)).isSameAs(last);
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatThrownBy(() -> model.getLayer("First"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No layer \"First\" in model \"chain\"; its layers are [first, last]");
        assertThatThrownBy(() -> model.getLayer(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("getLayer needs the name or the index of a layer of model \"chain\"; its layers are"
                        + " [first, last]");
        assertThatThrownBy(() -> model.getLayer(null))
                .hasMessageStartingWith("getLayer needs the name or the index of a layer");
        assertThatThrownBy(() -> model.getLayer(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("index of a layer of model \"chain\" must be from -2 to 1, but received 2");
        assertThatThrownBy(() -> model.getLayer(-3))
                .hasMessage("index of a layer of model \"chain\" must be from -2 to 1, but received -3");
    }

    @Test
    void aGraphCountsItsInputsAndBeginsFarthestFromTheOutputs() {
        Tensor a = Input.named("a", 2);
        Tensor b = Input.named("b", 2);
        Tensor deep =
                Dense.of(3).named("deeper").apply(Dense.of(3).named("deep").apply(a));
        Tensor joined =
                Concatenate.of().named("join").apply(Dense.of(2).named("flat").apply(b), deep);
        Model graph = Model.of(List.of(a, b), List.of(Dense.of(1).named("out").apply(joined)));
        assertThat(graph.layers())
                .extracting(Layer::name)
                .containsExactly("a", "b", "deep", "flat", "deeper", "join", "out");
        assertThat(graph.getLayer(0).typeName()).isEqualTo("InputLayer");
        assertThat(graph.weights())
                .extracting(w -> w.variable().name())
                .startsWith("deep/kernel", "deep/bias", "flat/kernel", "flat/bias", "deeper/kernel");
    }
}
