package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.data.Csv;
import dev.sequential.data.Datasets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class Tables_SplitTest {
    private final Table penguins = Tables.of(Datasets.penguins());

    @Test
    void aCsvBecomesColumnsOfTheTypesThatTablesawFinds() {
        assertThat(penguins.rowCount()).isEqualTo(344);
        assertThat(penguins.column("species").type()).isEqualTo(ColumnType.STRING);
        assertThat(penguins.column("bill_length_mm").type()).isEqualTo(ColumnType.DOUBLE);
        assertThat(penguins.column("bill_length_mm").countMissing()).isEqualTo(2);
        assertThat(penguins.column("sex").countMissing()).isEqualTo(11);
        Csv quoted = new Csv(List.of("text"), List.of(List.of("a \"b\", c"), List.of("d")));
        assertThat(Tables.of(quoted).stringColumn(0).asList()).containsExactly("a \"b\", c", "d");
    }

    @Test
    void everyRowIsOnOneSideTheSameForTheSameSeed() {
        Table numbered = penguins.copy();
        numbered.addColumns(IntColumn.indexColumn("row", numbered.rowCount(), 0));
        TableSplit split = Tables.split(numbered, 0.25, 3);
        assertThat(split).hasToString("Split of 258 rows to train and 86 to test");
        Table all = split.train().copy().append(split.test());
        assertThat(all.intColumn("row").unique().size()).isEqualTo(344);
        assertThat(split.train().intColumn("row").asList())
                .isNotEqualTo(split.train().intColumn("row").asList().stream()
                        .sorted()
                        .toList());
        int row = split.train().intColumn("row").get(5);
        assertThat(split.train().numberColumn("body_mass_g").getDouble(5))
                .isEqualTo(numbered.numberColumn("body_mass_g").getDouble(row));
        assertThat(Tables.split(numbered, 0.25, 3).test().intColumn("row").asList())
                .isEqualTo(split.test().intColumn("row").asList());
        assertThat(Tables.split(numbered, 0.25, 4).test().intColumn("row").asList())
                .isNotEqualTo(split.test().intColumn("row").asList());
    }

    @Test
    void aStratifiedOneHoldsTheSamePartOfEachClassBack() {
        Table test = Tables.split(penguins, 0.25, 3, "species").test();
        Table counts = test.countBy("species").sortOn("species");
        assertThat(counts.intColumn("Count").asList()).containsExactly(38, 17, 31);
    }

    @Test
    void refusesFractionsThatLeaveNothing() {
        assertThatThrownBy(() -> Tables.split(penguins, 1.5, 1))
                .hasMessage("testFraction must leave some of the 344 rows on both sides, but received 1.5");
        assertThatThrownBy(() -> Tables.split(penguins, 0.001, 1))
                .hasMessage("testFraction must leave some of the 344 rows on both sides, but received 0.001");
        assertThatThrownBy(() -> Tables.split(penguins, 0.2, 1, "specie"))
                .hasMessageStartingWith("Unknown column \"specie\". Did you mean \"species\"?");
    }

    @Test
    void columnsBecomeArraysAndTablesDataSets() {
        Table whole = penguins.dropRowsWithMissingValues();
        assertThat(Tables.numbers(whole, "year", "body_mass_g").getRow(0).toFloatVector())
                .containsExactly(2007, 3750);
        assertThat(Tables.dataset(whole, "species")).hasToString("Batch of x, y");
        assertThatThrownBy(() -> Tables.numbers(penguins, "body_mass_g"))
                .hasMessageStartingWith("Column \"body_mass_g\" misses 2 of 344 values, the first in row 3.");
    }
}
