package dev.sequential.data;

import dev.sequential.engine.Check;
import dev.sequential.engine.Names;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A table as a CSV file has it: text in named columns, empty where a value is missing. For more than columns of numbers
 * and classes there is Tablesaw: {@code Tables.of(csv)} in the display module.
 *
 * <pre>{@code
 * Csv penguins = Datasets.penguins().complete();                   // rows without empty cells
 * INDArray x = penguins.numbers("bill_length_mm", "bill_depth_mm");
 * INDArray y = penguins.classes("species");
 * }</pre>
 *
 * @param header names of the columns
 * @param rows the cells, a list for each row
 */
public record Csv(List<String> header, List<List<String>> rows) {
    /** @throws IllegalArgumentException where a name occurs twice or a row has more or fewer cells than the header */
    public Csv {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        Check.that(new HashSet<>(header).size() == header.size(), "Two columns have the same name: %s", header);
        for (int i = 0; i < rows.size(); i++) {
            Check.that(
                    rows.get(i).size() == header.size(),
                    "Row %d has %d cells, but there are %d columns: %s",
                    i,
                    rows.get(i).size(),
                    header.size(),
                    header);
        }
    }

    /** Reads a file in UTF-8: cells between commas, the first line being the header, quotes around what holds commas. */
    public static Csv read(Path file) throws IOException {
        return CsvText.parse(Files.readString(file, StandardCharsets.UTF_8));
    }

    /** Number of rows. */
    public int size() {
        return rows.size();
    }

    /** The cells of a column. */
    public List<String> column(String name) {
        int at = place(name);
        return rows.stream().map(row -> row.get(at)).toList();
    }

    /** The rows without empty cells in these columns; without names, in any. */
    public Csv complete(String... columns) {
        List<Integer> places = (columns.length == 0 ? header.stream() : Arrays.stream(columns))
                .map(this::place)
                .toList();
        return new Csv(
                header,
                rows.stream()
                        .filter(row ->
                                places.stream().noneMatch(at -> row.get(at).isEmpty()))
                        .toList());
    }

    /**
     * Columns of numbers as float32 {@code (rows, columns)}.
     *
     * @throws IllegalArgumentException where a cell is empty or no number
     */
    public INDArray numbers(String... columns) {
        float[][] values = new float[size()][columns.length];
        for (int j = 0; j < columns.length; j++) {
            List<String> cells = filled(columns[j]);
            for (int i = 0; i < values.length; i++) values[i][j] = number(columns[j], i, cells.get(i));
        }
        return Nd4j.createFromArray(values);
    }

    /** The class of each row as int32 {@code (rows,)}: the place of its cell in {@link #classNames}. */
    public INDArray classes(String column) {
        List<String> names = classNames(column);
        return Nd4j.createFromArray(
                column(column).stream().mapToInt(names::indexOf).toArray());
    }

    /** The different cells of a column, in alphabetical order. */
    public List<String> classNames(String column) {
        return List.copyOf(new TreeSet<>(filled(column)));
    }

    /** How many rows, and of which columns. */
    @Override
    public String toString() {
        return size() + " rows of " + String.join(", ", header);
    }

    /** All columns but one. */
    String[] without(String column) {
        return header.stream().filter(name -> !name.equals(column)).toArray(String[]::new);
    }

    private int place(String column) {
        int at = header.indexOf(column);
        if (at < 0) throw Names.unknown("column", column, header);
        return at;
    }

    private List<String> filled(String name) {
        List<String> cells = column(name);
        long empty = cells.stream().filter(String::isEmpty).count();
        Check.that(
                empty == 0,
                "Column \"%s\" has %d empty cells of %d, the first in row %d. Leave such rows out with complete().",
                name,
                empty,
                cells.size(),
                cells.indexOf(""));
        return cells;
    }

    private static float number(String column, int row, String cell) {
        try {
            return Float.parseFloat(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Column \"" + column + "\" holds text, not numbers: \"" + cell
                    + "\" in row " + row + ". Use classes(\"" + column + "\") for class numbers.");
        }
    }
}
