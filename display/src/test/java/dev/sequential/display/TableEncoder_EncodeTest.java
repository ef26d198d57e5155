package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableEncoder_EncodeTest {
    private final Table train = Table.create(
            DoubleColumn.create("size", 1, 3, 5),
            BooleanColumn.create("tame", true, false, true),
            StringColumn.create("food", "seed", "fish", "seed"),
            IntColumn.create("age", new int[] {7, 7, 7}),
            StringColumn.create("kind", "owl", "cat", "owl"));
    private final Table test = Table.create(
            StringColumn.create("food", "fish"),
            IntColumn.create("age", new int[] {9}),
            BooleanColumn.create("tame", false),
            DoubleColumn.create("size", 4.0));

    @Test
    void numbersStayBooleansCountAndTextIsOneHot() {
        TableEncoder encoder = TableEncoder.of(train, "kind");
        assertThat(encoder.featureNames()).containsExactly("size", "tame", "food=fish", "food=seed", "age");
        assertThat(encoder.x(train).dataType()).isEqualTo(DataType.FLOAT);
        assertThat(encoder.x(train).toFloatMatrix())
                .isDeepEqualTo(new float[][] {{1, 1, 0, 1, 7}, {3, 0, 1, 0, 7}, {5, 1, 0, 1, 7}});
        assertThat(encoder.y(train).dataType()).isEqualTo(DataType.INT);
        assertThat(encoder.y(train).toIntVector()).containsExactly(1, 0, 1);
        assertThat(encoder.classNames()).containsExactly("cat", "owl");
        assertThat(encoder).hasToString("TableEncoder of size, tame, food=fish, food=seed, age → kind");
        assertThat(encoder.dataset(train)).hasToString("Batch of x, y");
    }

    @Test
    void standardizesByTheTrainingDataOnly() {
        TableEncoder encoder = TableEncoder.of(train, "kind", e -> e.standardize(true));
        double scale = Math.sqrt(8.0 / 3);
        assertThat(encoder.x(train).toFloatMatrix()[2]).containsExactly((float) (2 / scale), 1, 0, 1, 0);
        assertThat(encoder.x(test).toFloatMatrix()).isDeepEqualTo(new float[][] {{(float) (1 / scale), 0, 1, 0, 2}});
    }

    @Test
    void targetsOfEachType() {
        assertThat(TableEncoder.of(train, "size").y(train).toFloatMatrix())
                .isDeepEqualTo(new float[][] {{1}, {3}, {5}});
        assertThat(TableEncoder.of(train, "tame").y(train).toFloatMatrix())
                .isDeepEqualTo(new float[][] {{1}, {0}, {1}});
        assertThat(TableEncoder.of(train, "kind", e -> e.oneHotTarget(true))
                        .y(train)
                        .toFloatMatrix())
                .isDeepEqualTo(new float[][] {{0, 1}, {1, 0}, {0, 1}});
    }

    @Test
    void fillsMissingValuesWhereAsked() {
        Table holes = train.copy();
        holes.doubleColumn("size").setMissing(0);
        holes.stringColumn("food").setMissing(1);
        TableEncoder encoder = TableEncoder.of(holes, "kind", e -> e.fillMissing(true));
        assertThat(encoder.featureNames()).containsExactly("size", "tame", "food=seed", "age");
        assertThat(encoder.x(holes).toFloatMatrix())
                .isDeepEqualTo(new float[][] {{4, 1, 1, 7}, {3, 0, 0, 7}, {5, 1, 1, 7}});
        assertThatThrownBy(() -> TableEncoder.of(holes, "food", e -> e.fillMissing(true)))
                .hasMessageStartingWith("Column \"food\" misses 1 of 3 values, the first in row 1.");
    }

    @Test
    void refusesMissingValuesInTrainingAndTestData() {
        Table holes = train.copy();
        holes.doubleColumn("size").setMissing(1).setMissing(2);
        String message = "Column \"size\" misses 2 of 3 values, the first in row 1.\n"
                + "Leave such rows out with table.dropRowsWithMissingValues(), or have them filled:"
                + " TableEncoder.of(table, target, e -> e.fillMissing(true)).";
        assertThatThrownBy(() -> TableEncoder.of(holes, "kind")).hasMessage(message);
        TableEncoder encoder = TableEncoder.of(train, "kind");
        assertThatThrownBy(() -> encoder.x(holes)).hasMessage(message);
    }

    @Test
    void refusesWhatItCannotEncode() {
        TableEncoder encoder = TableEncoder.of(train, "kind");
        Table other = test.copy();
        other.stringColumn("food").set(0, "milk");
        assertThatThrownBy(() -> encoder.x(other)).hasMessage("""
                Column "food" has "milk" in row 0, which was not in the training data; there were [fish, seed].
                Split with Tables.split(table, testFraction, seed, "food") so that each is on both sides.""");
        Table dated = train.copy().addColumns(DateColumn.create("born", LocalDate.MIN, LocalDate.MIN, LocalDate.MIN));
        assertThatThrownBy(() -> TableEncoder.of(dated, "kind"))
                .hasMessage(
                        "Column \"born\" is of type LOCAL_DATE, not of numbers, booleans or text. Make numbers of it"
                                + " first, such as table.dateColumn(\"born\").year(), or leave it out with"
                                + " table.rejectColumns(\"born\").");
        assertThatThrownBy(() -> TableEncoder.of(train, "kinds"))
                .hasMessageStartingWith("Unknown column \"kinds\". Did you mean \"kind\"?");
        assertThatThrownBy(() -> TableEncoder.of(train, "size", e -> e.oneHotTarget(true)))
                .hasMessage("oneHotTarget is for text, but column \"size\" holds DOUBLE");
        assertThatThrownBy(() -> encoder.x(test.rejectColumns("age")))
                .hasMessageStartingWith("Unknown column \"age\".");
    }

    @Test
    void predictionsComeBackAsColumns() {
        INDArray probabilities = Nd4j.createFromArray(new float[][] {{.75f, .25f}, {.5f, .5f}, {.25f, .75f}});
        Table classes = TableEncoder.of(train, "kind").predictions(train, probabilities);
        assertThat(classes.columnNames()).endsWith("kind", "kind predicted", "kind probability");
        assertThat(classes.stringColumn("kind predicted").asList()).containsExactly("cat", "cat", "owl");
        assertThat(classes.doubleColumn("kind probability").asList()).containsExactly(.75, .5, .75);

        INDArray single = Nd4j.createFromArray(new float[][] {{.75f}, {.5f}, {.25f}});
        Table two = TableEncoder.of(train, "kind").predictions(train, single);
        assertThat(two.stringColumn("kind predicted").asList()).containsExactly("owl", "cat", "cat");
        assertThat(two.doubleColumn("kind probability").asList()).containsExactly(.75, .5, .75);

        Table booleans = TableEncoder.of(train, "tame").predictions(train, single);
        assertThat(booleans.booleanColumn("tame predicted").asList()).isEqualTo(List.of(true, false, false));

        Table numbers = TableEncoder.of(train, "size").predictions(train, single);
        assertThat(numbers.doubleColumn("size predicted").asList()).containsExactly(.75, .5, .25);
        assertThat(train.columnCount()).isEqualTo(5);
    }

    @Test
    void refusesPredictionsOfAnotherShape() {
        TableEncoder encoder = TableEncoder.of(train, "kind");
        assertThatThrownBy(() -> encoder.predictions(train, Nd4j.zeros(2, 2)))
                .hasMessage("predictions must have a row for each of the table's 3, but received (2, 2)");
        assertThatThrownBy(() -> encoder.predictions(train, Nd4j.zeros(3, 4)))
                .hasMessage("predictions of \"kind\" must have shape (3, 2), but received (3, 4)");
    }
}
