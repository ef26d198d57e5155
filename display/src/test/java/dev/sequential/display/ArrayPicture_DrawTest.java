package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class ArrayPicture_DrawTest {
    @Test
    void enlargesAGreyImageInWholeSteps() throws IOException {
        Picture picture = Show.image(Nd4j.createFromArray(new float[][] {{0, 8}, {16, 16}}));
        var image = ImageIO.read(new ByteArrayInputStream(picture.png()));
        assertThat(picture)
                .extracting(Picture::width, Picture::height, Picture::text)
                .containsExactly(160, 160, "Image float32 (2, 2)");
        assertThat(image.getWidth()).isEqualTo(320);
        assertThat(image.getRGB(80, 80)).isEqualTo(0xFF000000);
        assertThat(image.getRGB(240, 80)).isEqualTo(0xFF808080);
        assertThat(image.getRGB(80, 240)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void drawsColours() {
        var image =
                Show.image(Nd4j.createFromArray(new float[][][] {{{1, 0, 0}}})).pixels();
        assertThat(image.getRGB(10, 10)).isEqualTo(0xFFFF0000);
    }

    @Test
    void drawsAGalleryWithCaptions() {
        var images = Nd4j.rand(12, 8, 8);
        var labels = Nd4j.createFromArray(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8);
        Picture picture = Show.images(images, labels, 12);
        assertThat(picture).extracting(Picture::width, Picture::height).containsExactly(8 + 10 * 72, 8 + 2 * 88);
        assertThat(picture).hasToString("Images float32 (12, 8, 8): 3; 1; 4; 1; 5; 9; 2; 6; 5; 3; 5; 8");
    }

    @Test
    void refusesWhatIsNoImage() {
        assertThatThrownBy(() -> ArrayPicture.of(Nd4j.zeros(64)))
                .hasMessage("image must have shape (height, width), (height, width, 1) or (height, width, 3) each, "
                        + "but received (64,)");
        assertThatThrownBy(() -> ArrayPicture.gallery(Nd4j.zeros(2, 8, 8), List.of("a", "b", "c")))
                .hasMessage("captions must be from 1 to 2, one an image, but received 3");
        assertThatThrownBy(() -> ArrayPicture.gallery(Nd4j.zeros(2, 8), List.of("a")))
                .hasMessage(
                        "images must have shape (n, height, width) or (n, height, width, channels), but received (2, 8)");
    }

    @Test
    void savesAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("digit.png");
        Show.image(Nd4j.zeros(2, 2)).save(file);
        assertThat(ImageIO.read(Files.newInputStream(file)).getHeight()).isEqualTo(320);
    }
}
