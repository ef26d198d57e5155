package dev.sequential.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Sizes, classes and sums as the sources have them. */
class Datasets_BundledTest {
    private static long[] counts(INDArray classes) {
        assertThat(classes.dataType()).isEqualTo(DataType.INT);
        int[] all = classes.toIntVector();
        long[] counts = new long[1 + Arrays.stream(all).max().orElse(-1)];
        for (int c : all) counts[c]++;
        return counts;
    }

    @Test
    void irises() {
        Examples iris = Datasets.iris();
        assertThat(iris).hasToString("150 examples: x (150, 4), y (150,)");
        assertThat(counts(iris.y())).containsExactly(50, 50, 50);
        assertThat(iris.x().getRow(0).toFloatVector()).containsExactly(5.1f, 3.5f, 1.4f, 0.2f);
    }

    @Test
    void wines() {
        Examples wine = Datasets.wine();
        assertThat(wine).hasToString("178 examples: x (178, 13), y (178,)");
        assertThat(counts(wine.y())).containsExactly(59, 71, 48);
        assertThat(wine.x().getFloat(0, 12)).isEqualTo(1065);
    }

    @Test
    void breastTumours() {
        Examples tumours = Datasets.breastCancer();
        assertThat(tumours).hasToString("569 examples: x (569, 30), y (569,)");
        assertThat(counts(tumours.y())).containsExactly(357, 212);
    }

    @Test
    void penguins() {
        Csv penguins = Datasets.penguins();
        assertThat(penguins.size()).isEqualTo(344);
        assertThat(penguins.complete().size()).isEqualTo(333);
        assertThat(penguins.classNames("species")).containsExactly("Adelie", "Chinstrap", "Gentoo");
        assertThat(counts(penguins.classes("species"))).containsExactly(152, 68, 124);
    }

    @Test
    void cars() {
        Csv cars = Datasets.autoMpg();
        assertThat(cars.size()).isEqualTo(406);
        assertThat(cars.complete("Miles_per_Gallon", "Horsepower").size()).isEqualTo(392);
        assertThat(cars.classNames("Origin")).containsExactly("Europe", "Japan", "USA");
    }

    @Test
    void sunspots() {
        INDArray sunspots = Datasets.sunspots();
        assertThat(sunspots.shape()).containsExactly(309, 1);
        assertThat(sunspots.getFloat(0, 0)).isEqualTo(5);
        assertThat(sunspots.maxNumber().floatValue()).isEqualTo(190.2f);
    }

    @Test
    void sentences() {
        Texts sentences = Datasets.sentences();
        assertThat(sentences).hasToString("3000 texts");
        assertThat(counts(sentences.labels())).containsExactly(1500, 1500);
        assertThat(sentences.texts().get(2000)).isEqualTo("Wow... Loved this place.");
        assertThat(sentences.labels().getInt(2000)).isEqualTo(1);
        Texts.Split split = sentences.split(0.2, 1);
        assertThat(split.train().size()).isEqualTo(2400);
        assertThat(split.test().size()).isEqualTo(600);
        int at = sentences.texts().indexOf(split.test().texts().get(0));
        assertThat(split.test().labels().getInt(0)).isEqualTo(sentences.labels().getInt(at));
    }
}
