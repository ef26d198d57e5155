package dev.sequential.display;

import dev.sequential.engine.Check;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Rows of a table to learn from and others, held back, to test with.
 *
 * @param train to learn from
 * @param test held back
 */
public record TableSplit(Table train, Table test) {
    /**
     * Shuffles the rows and holds some back.
     *
     * @param testFraction how many to hold back, above 0 and below 1
     * @param seed the same seed gives the same split
     * @throws IllegalArgumentException where the fraction is out of range or leaves one part empty
     */
    static TableSplit of(Table table, double testFraction, long seed) {
        List<List<Integer>> all =
                List.of(IntStream.range(0, table.rowCount()).boxed().toList());
        return of(table, all, testFraction, seed);
    }

    /**
     * Shuffles the rows and holds back the same part of each class, so that rare ones are on both sides.
     *
     * @param stratifyBy the column of the classes; missing values are one too
     */
    static TableSplit stratified(Table table, double testFraction, long seed, String stratifyBy) {
        Column<?> column = Tables.column(table, stratifyBy);
        Map<String, List<Integer>> classes = new TreeMap<>();
        for (int i = 0; i < table.rowCount(); i++) {
            classes.computeIfAbsent(column.getString(i), c -> new ArrayList<>()).add(i);
        }
        return of(table, List.copyOf(classes.values()), testFraction, seed);
    }

    private static TableSplit of(Table table, List<List<Integer>> groups, double testFraction, long seed) {
        Random random = new Random(seed);
        List<Integer> train = new ArrayList<>();
        List<Integer> test = new ArrayList<>();
        for (List<Integer> group : groups) {
            List<Integer> rows = new ArrayList<>(group);
            Collections.shuffle(rows, random);
            int held = (int) Math.round(testFraction * rows.size());
            test.addAll(rows.subList(0, Math.min(held, rows.size())));
            train.addAll(rows.subList(Math.min(held, rows.size()), rows.size()));
        }
        Check.that(
                testFraction > 0 && testFraction < 1 && !train.isEmpty() && !test.isEmpty(),
                "testFraction must leave some of the %d rows on both sides, but received %s",
                table.rowCount(),
                testFraction);
        Collections.shuffle(train, random);
        Collections.shuffle(test, random);
        return new TableSplit(rows(table, train), rows(table, test));
    }

    /** The rows in this order; Tablesaw's own {@code rows} would sort them. */
    private static Table rows(Table table, List<Integer> rows) {
        int[] order = rows.stream().mapToInt(Integer::intValue).toArray();
        return Table.create(
                table.name(), table.columns().stream().map(c -> c.subset(order)).toArray(Column<?>[]::new));
    }

    /** How many rows on each side. */
    @Override
    public String toString() {
        return "Split of " + train.rowCount() + " rows to train and " + test.rowCount() + " to test";
    }
}
