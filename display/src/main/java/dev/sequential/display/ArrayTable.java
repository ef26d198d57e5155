package dev.sequential.display;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An array of one or two axes for a browser: a row and a column of places around its elements. */
final class ArrayTable {
    private static final int MOST = 20;

    private ArrayTable() {}

    static String html(INDArray array) {
        boolean vector = array.rank() == 1;
        ArrayCells cells = new ArrayCells(array, ArrayText.shown(array, MOST));
        List<Integer> columns = cells.shown(vector ? 0 : 1);
        List<String> header = new ArrayList<>(List.of(""));
        columns.forEach(i -> header.add(place(i)));
        List<List<String>> rows = new ArrayList<>();
        for (int row : vector ? List.of(0) : cells.shown(0)) {
            List<String> line = new ArrayList<>(List.of(vector ? "" : place(row)));
            for (int i : columns) {
                boolean gap = row == Elision.GAP || i == Elision.GAP;
                line.add(gap ? "…" : vector ? cells.cell(i) : cells.cell(row, i));
            }
            rows.add(line);
        }
        return "<p>" + ArrayText.describe(array) + "</p>\n"
                + TextTable.of(header, rows).html();
    }

    private static String place(int index) {
        return index == Elision.GAP ? "…" : Integer.toString(index);
    }
}
