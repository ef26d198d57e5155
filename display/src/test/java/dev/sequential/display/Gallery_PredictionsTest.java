package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Gallery_PredictionsTest {
    private static final int RED = 0xFFC73E1D;

    private final INDArray images = Nd4j.zeros(3, 8, 8);
    private final INDArray labels = Nd4j.createFromArray(0, 1, 1);
    private final INDArray probabilities = Nd4j.createFromArray(new float[][] {{1, 0}, {1, 0}, {0, 1}});

    @Test
    void framesAndNamesTheWrongOnes() {
        Picture picture = Show.predictions(images, labels, probabilities, 3, "cat", "dog");
        assertThat(picture).hasToString("Images float32 (3, 8, 8): cat; cat (is dog); dog");
        int cell = picture.width() / 3;
        assertThat(red(picture, 0, cell)).isZero();
        assertThat(red(picture, cell, 2 * cell)).isGreaterThan(1000);
        assertThat(red(picture, 2 * cell, 3 * cell)).isZero();
    }

    private static int red(Picture picture, int from, int to) {
        int red = 0;
        for (int x = 2 * from; x < 2 * to; x++) {
            for (int y = 0; y < 2 * picture.height(); y++) if (picture.pixels().getRGB(x, y) == RED) red++;
        }
        return red;
    }

    @Test
    void drawsNoMoreThanThereAre() {
        assertThat(Show.predictions(images, labels, labels, 2)).hasToString("Images float32 (3, 8, 8): 0; 1");
        assertThat(Show.predictions(images, labels, labels, 99)).hasToString("Images float32 (3, 8, 8): 0; 1; 1");
    }

    @Test
    void shrinksLargeImages() {
        assertThat(Show.images(Nd4j.zeros(2, 1000, 500, 3), "a", "b"))
                .extracting(Picture::width, Picture::height)
                .containsExactly(8 + 2 * (92 + 8), 8 + 184 + 24);
        assertThat(Show.image(Nd4j.zeros(2000, 4000)))
                .extracting(Picture::width, Picture::height)
                .containsExactly(800, 400);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> Show.predictions(images, labels, Nd4j.createFromArray(1, 0), 3))
                .hasMessage("images, labels and predictions must be of equal number, but received 3, 3 and 2");
        assertThatThrownBy(() -> Show.predictions(images, labels, labels, 3, "cat"))
                .hasMessage("classNames must name class 1, but received 1 names");
        assertThatThrownBy(() -> Show.predictions(images, labels, labels, 0))
                .hasMessage("count must be 1 or more, but received 0");
    }
}
