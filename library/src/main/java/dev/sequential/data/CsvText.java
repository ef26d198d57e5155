package dev.sequential.data;

import dev.sequential.engine.Check;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV as RFC 4180 has it: quotes around cells that hold commas, line ends or, doubled, quotes. */
final class CsvText {
    private final String text;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int at;

    private CsvText(String text) {
        this.text = text;
    }

    static Csv parse(String text) {
        List<List<String>> rows = new CsvText(text.replace("\r\n", "\n")).rows();
        Check.that(!rows.isEmpty(), "A CSV file needs a line with the names of its columns, but it is empty");
        return new Csv(rows.get(0), rows.subList(1, rows.size()));
    }

    private List<List<String>> rows() {
        while (at < text.length()) {
            row.add(text.charAt(at) == '"' ? quoted() : plain());
            boolean more = at < text.length() && text.charAt(at) == ',';
            if (more && at + 1 == text.length()) row.add("");
            if (!more || at + 1 == text.length()) endRow();
            at++;
        }
        return rows;
    }

    private void endRow() {
        if (!row.equals(List.of(""))) rows.add(row);
        row = new ArrayList<>();
    }

    private String plain() {
        int begin = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') at++;
        return text.substring(begin, at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) != '"') {
                cell.append(text.charAt(at));
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else {
                at++;
                return cell.toString();
            }
        }
        throw new IllegalArgumentException(
                "A quoted cell does not end: \"" + cell.substring(0, Math.min(40, cell.length())));
    }
}
