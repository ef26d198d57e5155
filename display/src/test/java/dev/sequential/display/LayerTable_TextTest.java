package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Input;
import dev.sequential.Layer;
import dev.sequential.LayerSpec;
import dev.sequential.Sequential;
import dev.sequential.layers.Dropout;
import dev.sequential.layers.PReLU;
import org.junit.jupiter.api.Test;

class LayerTable_TextTest {
    @Test
    void showsOptionsAndWeights() {
        Layer layer = PReLU.of().named("<script>");
        Sequential.of(Input.of(3), layer);
        layer.setTrainable(false);
        assertThat(LayerTable.text(layer))
                .startsWith("<script> (PReLU), 3 parameters, frozen\n\noption")
                .contains("alphaInitializer  Zeros\n")
                .endsWith("""
                        weight  shape  dtype    elements  trainable
                        ───────────────────────────────────────────
                        alpha   (3,)   float32         3  no""");
        assertThat(LayerTable.html(layer))
                .startsWith("<p><b>&lt;script&gt;</b> (PReLU), 3 parameters, frozen</p>\n<table>")
                .contains("alphaInitializer</td>", "<td style=\"text-align:left\">(3,)</td>");
    }

    @Test
    void leavesOutWhatALayerDoesNotHave() {
        assertThat(LayerTable.text(Dropout.of(0.5, d -> d.seed(7)).named("drop")))
                .isEqualTo("""
                drop (Dropout), 0 parameters

                option      value
                ─────────────────
                rate        0.5
                noiseShape  none
                seed        7""");
        LayerSpec twice = (call, x) -> x.times(2);
        assertThat(LayerTable.text(twice.named("twice"))).isEqualTo("twice (Lambda), 0 parameters");
    }
}
