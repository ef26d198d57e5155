package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.engine.Tensor;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Subtract;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelDiagram_DrawTest {
    private static final int OUTPUT = 0xFF0060A8;
    private static final int BOX = 0xFFEAF2F9;

    @Test
    void drawsSharedAndInnerModels() {
        Model encoder =
                Sequential.of("encoder", Input.of(4).name("in"), Dense.of(2).named("code"));
        Tensor a = Input.named("a", 4);
        Tensor b = Input.named("b", 4);
        Tensor distance = Subtract.of().named("distance").apply(encoder.apply(a), encoder.apply(b));
        Tensor end = Dense.of(1).named("<b>").apply(distance.times(distance));
        Picture diagram = Show.diagram(Model.of("twins", List.of(a, b), List.of(end)));
        assertThat(diagram).hasToString("""
                Diagram of twins:
                  a (InputLayer) (None, 4)
                  b (InputLayer) (None, 4)
                  encoder (Sequential) (None, 2) · 10 params · shared, use 1 of 2 ← a
                    in (InputLayer) (None, 4)
                    code (Dense) (None, 2) · 10 params ← in
                  encoder (Sequential) (None, 2) · 10 params · shared, use 2 of 2 ← b
                  distance (Subtract) (None, 2) ← encoder, encoder
                  multiply (Multiply) (None, 2) ← distance, distance
                  <b> (Dense) (None, 1) · 3 params ← multiply""");
        assertThat(colours(diagram)).contains(OUTPUT, BOX, 0xFFFFFFFF);
        assertThat(diagram.pixels().getWidth()).isEqualTo(2 * diagram.width());
    }

    @Test
    void showsLargeModelsSmaller() {
        Tensor in = Input.named("x", 2);
        Tensor x = in;
        for (int i = 0; i < 80; i++) x = Dense.of(2).apply(x);
        Picture diagram = Show.diagram(Model.of(in, x));
        assertThat(diagram.text().lines()).hasSize(82);
        assertThat(diagram.height()).isBetween(3000, 81 * 74);
    }

    @Test
    void needsAnInputShape() {
        assertThatThrownBy(() -> Show.diagram(Sequential.of("chain", Dense.of(1))))
                .hasMessage("Model \"chain\" has no input shape yet. Begin with Input.of(…), or call build or fit.");
    }

    private static Set<Integer> colours(Picture picture) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.pixels().getHeight(); y++) {
            for (int x = 0; x < picture.pixels().getWidth(); x++) {
                colours.add(picture.pixels().getRGB(x, y));
            }
        }
        return colours;
    }
}
