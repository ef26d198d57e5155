package dev.sequential.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Input;
import dev.sequential.Sequential;
import dev.sequential.engine.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options of image layers: what one number stands for, and what is refused. */
class Augmentation_RefuseTest {
    @Test
    void oneNumberStandsForBothSides() {
        assertThat(RandomRotation.of(0.2).factor()).containsExactly(-0.2, 0.2);
        assertThat(RandomRotation.of(-0.2).factor()).containsExactly(-0.2, 0.2);
        assertThat(RandomContrast.of(0.2).factor()).containsExactly(0.0, 0.2);
        assertThat(RandomPosterization.of(4).factor()).containsExactly(1.0, 4.0);
        assertThat(RandomZoom.of(0, z -> z.heightFactor(List.of(0.3, -0.1)).widthFactor(List.of(0.5)))
                        .widthFactor())
                .contains(List.of(-0.5, 0.5));
        assertThat(RandomZoom.of(0, z -> z.heightFactor(List.of(0.3, -0.1))).heightFactor())
                .containsExactly(-0.1, 0.3);
    }

    @Test
    void factorsOutsideAreRefused() {
        assertThatThrownBy(() -> RandomRotation.of(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("factor of RandomRotation must be from -1.0 to 1.0, but received 1.5");
        assertThatThrownBy(() -> RandomContrast.of(0, c -> c.factor(List.of(-0.1, 0.2))))
                .hasMessage("factor of RandomContrast must be from 0.0 to 1.0, but received -0.1");
        assertThatThrownBy(() -> RandomTranslation.of(0, 0, t -> t.widthFactor(List.of(0.1, 0.2, 0.3))))
                .hasMessage("widthFactor of RandomTranslation must be one number or two, but received [0.1, 0.2, 0.3]");
    }

    @Test
    void otherOptionsAreRefused() {
        assertThatThrownBy(() -> RandomBrightness.of(0.1, b -> b.valueRange(List.of(1.0))))
                .hasMessage("valueRange of RandomBrightness must be two different numbers, but received [1.0]");
        assertThatThrownBy(() -> RandomZoom.of(0.1, z -> z.interpolation(Interpolation.BICUBIC)))
                .hasMessage("interpolation of RandomZoom must be NEAREST or BILINEAR, but received bicubic");
        assertThatThrownBy(() -> RandomGaussianBlur.of(1, b -> b.kernelSize(List.of(4))))
                .hasMessage("kernelSize of RandomGaussianBlur must be odd, but received [4, 4]");
        assertThatThrownBy(() -> RandomCrop.of(0, 3))
                .hasMessage("height of RandomCrop must be 1 or more, but received 0");
        assertThatThrownBy(() -> RandomErasing.of(1, e -> e.fillValue(List.of(1.0, 2.0))))
                .hasMessage("fillValue of RandomErasing must be one number or three, but received [1.0, 2.0]");
    }

    @Test
    void inputsOfAnotherShapeAreRefused() {
        assertThatThrownBy(() -> Sequential.of(Input.of(8, 8), RandomFlip.of().named("flips"))
                        .summary())
                .hasMessage("RandomFlip \"flips\" (layer 0) expects shape (batch, height, width, channels), but"
                        + " received (None, 8, 8)");
        assertThatThrownBy(() ->
                        Sequential.of(Input.of(4, 4, 2), RandomHue.of(0.1)).summary())
                .hasMessageContaining("Colours need 3 channels, red, green and blue, but received ")
                .hasMessageContaining("(None, 4, 4, 2)");
        assertThatThrownBy(() -> Sequential.of(Input.of(Shape.UNKNOWN, 4, 2), RandomRotation.of(0.1))
                        .summary())
                .hasMessageContaining("unknown lengths. Give the Input a full shape.");
        assertThatCode(() -> Sequential.of(Input.of(Shape.UNKNOWN, 4, 2), RandomFlip.of())
                        .summary())
                .doesNotThrowAnyException();
    }
}
