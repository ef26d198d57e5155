package dev.sequential.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Csv_ReadTest {
    @Test
    void readsQuotedCellsEmptyOnesAndBothLineEnds(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("a.csv"), "name,n,note\r\n\"Smith, J.\",1,\"says \"\"hi\"\"\nagain\"\r\nB,,\n,2,\n");
        Csv csv = Csv.read(file);
        assertThat(csv.header()).containsExactly("name", "n", "note");
        assertThat(csv.rows())
                .containsExactly(
                        List.of("Smith, J.", "1", "says \"hi\"\nagain"), List.of("B", "", ""), List.of("", "2", ""));
        assertThat(csv).hasToString("3 rows of name, n, note");
    }

    @Test
    void endsWithoutALineEndToo() {
        assertThat(CsvText.parse("a,b\n1,2").rows()).containsExactly(List.of("1", "2"));
        assertThat(CsvText.parse("a,b\n1,").rows()).containsExactly(List.of("1", ""));
    }

    @Test
    void makesNumbersAndClasses() {
        Csv csv = CsvText.parse("kind,a,b\nowl,1,0.5\ncat,,2\nowl,3,4\n");
        assertThat(csv.complete("a").numbers("b", "a").toFloatMatrix())
                .isDeepEqualTo(new float[][] {{0.5f, 1}, {4, 3}});
        assertThat(csv.classes("kind").toIntVector()).containsExactly(1, 0, 1);
        assertThat(csv.classNames("kind")).containsExactly("cat", "owl");
        assertThat(csv.complete().size()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNotThere() {
        Csv csv = CsvText.parse("kind,a\nowl,1\ncat,\n");
        assertThatThrownBy(() -> csv.numbers("a"))
                .hasMessage("Column \"a\" has 1 empty cells of 2, the first in row 1."
                        + " Leave such rows out with complete().");
        assertThatThrownBy(() -> csv.numbers("kind"))
                .hasMessage("Column \"kind\" holds text, not numbers: \"owl\" in row 0."
                        + " Use classes(\"kind\") for class numbers.");
        assertThatThrownBy(() -> csv.complete("kin"))
                .hasMessage("Unknown column \"kin\". Did you mean \"kind\"?\nKnown names: a, kind");
        assertThatThrownBy(() -> CsvText.parse("a,b\n1\n"))
                .hasMessage("Row 0 has 1 cells, but there are 2 columns: [a, b]");
        assertThatThrownBy(() -> CsvText.parse("a,a\n")).hasMessage("Two columns have the same name: [a, a]");
        assertThatThrownBy(() -> CsvText.parse("a\n\"b")).hasMessage("A quoted cell does not end: \"b");
        assertThatThrownBy(() -> CsvText.parse(""))
                .hasMessage("A CSV file needs a line with the names of its columns, but it is empty");
    }
}
