package dev.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.layers.Dense;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which policy a layer has. */
class Policy_ResolveTest {
    @AfterEach
    void float32Again() {
        Sequential.setDtypePolicy("float32");
    }

    @Test
    void aLayerHasThatOfTheSessionWhenItIsMadeOrItsOwn() {
        Sequential.seed(1); // automatic names begin again
        var dense = Dense.of(2);
        Layer before = dense.named("before");
        Sequential.setDtypePolicy("mixed_bfloat16");
        Model model = Sequential.of(
                before, dense, dense.dtype("float32"), dense.named("last").dtype("float32"));
        Sequential.setDtypePolicy("float32");
        assertThat(model.layers())
                .extracting(layer -> layer.dtypePolicy().name())
                .containsExactly("float32", "mixed_bfloat16", "float32", "float32");
        assertThat(model.layers()).extracting(Layer::name).containsExactly("before", "dense", "dense_1", "last");
        assertThat(Sequential.dtypePolicy()).isEqualTo(Policy.float32());
    }

    @Test
    void aLayerCalledWithOtherOptionsKeepsItsPolicy() {
        Layer layer = Dense.of(2).named("out").dtype(Policy.mixedBfloat16());
        assertThat(layer.called(Dense.of(2)).dtypePolicy()).isEqualTo(Policy.mixedBfloat16());
    }

    @Test
    void comesBeforeUse() {
        Layer used = Dense.of(2).named("out");
        used.apply(Input.named("x", 3));
        assertThatThrownBy(() -> used.dtype("mixed_bfloat16"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Dense \"out\" is used already. Give it its policy where it is made.");
        assertThatThrownBy(() -> Sequential.of("m", Dense.of(2)).dtype("float32"))
                .hasMessage("dtype is for a layer that is not in a model yet, but received Sequential \"m\" of 1 layer."
                        + " A model has none: give it to its layers.");
    }

    @Test
    void isPartOfTheValueWithAndWithoutAName() {
        LayerSpec mixed = Dense.of(2).dtype("mixed_bfloat16");
        assertThat(mixed).isEqualTo(Dense.of(2).dtype("float32").dtype(Policy.mixedBfloat16()));
        assertThat(mixed.typeName()).isEqualTo("Dense");
        Layer layer = mixed.named("late");
        assertThat(layer.dtypePolicy()).isEqualTo(Policy.mixedBfloat16());
        assertThat(layer.spec()).isEqualTo(Dense.of(2));
        assertThat(Input.of(3).dtype(Policy.mixedBfloat16())).isEqualTo(Input.of(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixed_float16", "float16", "bfloat16", "float64"})
    void othersOfKerasAreRefusedByName(String name) {
        assertThatThrownBy(() -> Policy.of(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The dtype policy \"" + name + "\" is Keras's, but not computed here."
                        + " Expected \"float32\" or \"mixed_bfloat16\", whose weights are float32.");
    }

    @Test
    void unknownNamesAreRefusedWithTheNearest() {
        assertThatThrownBy(() -> Sequential.setDtypePolicy("mixed_bfloat_16"))
                .hasMessage("Unknown dtype policy \"mixed_bfloat_16\". Did you mean \"mixed_bfloat16\"?"
                        + "\nKnown names: float32, mixed_bfloat16");
        assertThat(Sequential.dtypePolicy()).isEqualTo(Policy.float32());
    }

    @Test
    void float32IsComputedEverywhere() {
        assertThat(Policy.float32().isComputedHere()).isTrue();
        assertThat(Policy.mixedBfloat16().explanation())
                .contains(Policy.mixedBfloat16().isComputedHere() ? "multiplies bfloat16" : "products are float32 too");
    }
}
