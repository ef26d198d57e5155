package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Scores;
import dev.sequential.Sequential;
import dev.sequential.Summary;
import dev.sequential.engine.Shape;
import dev.sequential.layers.Dense;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

class Tables_TextTest {
    @Test
    void scoresAreOneRow() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("loss", 0.00005);
        values.put("accuracy", 0.975);
        assertThat(ScoresTable.of(new Scores(values))).hasToString("""
                      loss  accuracy
                ────────────────────
                5.0000e-05    0.9750""");
    }

    @Test
    void aSummaryHasTotalsAndConnectionsOnlyWhereTheyTellSomething() {
        Summary.Row dense = new Summary.Row("dense", "Dense", Shape.of(-1, 10), 12_340, List.of("x"));
        Summary.Row add = new Summary.Row("add", "Add", Shape.of(-1, 10), 0, List.of("x", "dense"));
        assertThat(SummaryTable.html(new Summary("sequential", List.of(dense), 12_340, 12_340, 0)))
                .isEqualTo("""
                <p>Model: <b>sequential</b></p>
                <table>
                <thead>
                <tr><th style="text-align:left">Layer (type)</th><th style="text-align:left">Output shape</th><th>Param #</th></tr>
                </thead>
                <tbody>
                <tr><td style="text-align:left">dense (Dense)</td><td style="text-align:left">(None, 10)</td><td>12,340</td></tr>
                </tbody>
                </table>
                <p>Total params: 12,340<br>Trainable params: 12,340<br>Non-trainable params: 0</p>""");
        assertThat(SummaryTable.of(new Summary("functional", List.of(dense, add), 12_340, 0, 0)))
                .hasToString("""
                Layer (type)   Output shape  Param #  Connected to
                ──────────────────────────────────────────────────
                dense (Dense)  (None, 10)     12,340  x
                add (Add)      (None, 10)          0  x, dense""");
    }

    @Test
    void aLongTableShowsItsEndsAndSize() {
        Table table = Table.create(
                IntColumn.create("n", IntStream.range(0, 1_234)),
                StringColumn.create("text", IntStream.range(0, 1_234).mapToObj(i -> i == 0 ? "" : "<" + i + ">")));
        TextTable shown = DataTable.of(table);
        assertThat(shown.rows()).hasSize(21);
        assertThat(shown.header()).containsExactly("n\nint", "text\nstring");
        assertThat(shown.rows().get(0)).containsExactly("0", "–");
        assertThat(shown.rows().get(10)).containsExactly("…", "…");
        assertThat(shown.rows().get(20)).containsExactly("1233", "<1233>");
        assertThat(shown.note()).isEqualTo("1,234 rows × 2 columns\nMissing: text 1");
        assertThat(shown.html())
                .contains("&lt;1&gt;</td>")
                .endsWith("<p>1,234 rows × 2 columns<br>Missing: text 1</p>");
    }

    @Test
    void aTableNamesTheTypesOfItsColumns() {
        Table table = Table.create(
                DoubleColumn.create("price", 1.5, Double.NaN),
                BooleanColumn.create("sold", true, false),
                DateColumn.create("day", LocalDate.of(2024, 2, 29), null));
        assertThat(DataTable.of(table)).hasToString("""
                 price  sold     day
                double  boolean  date
                ───────────────────────────
                   1.5  true     2024-02-29
                     –  false    –
                Missing: price 1, day 1""");
        assertThat(DataTable.of(Table.create("nothing")).note()).isEqualTo("0 rows × 0 columns");
    }

    @Test
    void aSummaryHoldsTheModelsInsideClosed() {
        Model encoder = Sequential.of("encoder", Input.of(3), Dense.of(2).named("<b>"));
        Sequential model = Sequential.of("model", Input.of(3), encoder);
        assertThat(SummaryTable.html(model.summary()))
                .contains("<details><summary>Inside encoder</summary>\n<p>Model: <b>encoder</b></p>\n<table>")
                .contains("&lt;b&gt; (Dense)")
                .endsWith("\n</details>");
        assertThat(SummaryTable.html(model.summary(s -> s.expandNested(true))))
                .doesNotContain("<details>")
                .contains("└ &lt;b&gt; (Dense)");
    }

    @Test
    void fractionsAreShortAndNumbersOfAWayOfTheirOwnStay() {
        DoubleColumn share = DoubleColumn.create("share", 0.123456789, 2.0 / 3);
        share.setPrintFormatter(NumberColumnFormatter.percent(5));
        Table table = Table.create(
                DoubleColumn.create("a", 0.2596049904823303, 1234567.891),
                DoubleColumn.create("b", 3, 1.23456789e-9),
                FloatColumn.create("c", 0.1f, 0.123456789f),
                share);
        assertThat(DataTable.of(table).rows())
                .containsExactly(
                        List.of("0.259605", "3", "0.1", "12.34568%"),
                        List.of("1234568", "1.23457E-9", "0.123457", "66.66667%"));
    }

    @Test
    void aRowMustFitItsHeader() {
        assertThatThrownBy(() -> TextTable.of(List.of("a", "b"), List.of(List.of("1"))))
                .hasMessage("A row of a table of 2 columns has 1 cells: [1]");
    }
}
