package dev.sequential.magics;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;

/**
 * A JShell script cut into snippets, each with the line it starts on. The cuts are those of the {@code jshell} tool, which
 * reads line by line and does not need a semicolon at the end of a line; beyond it, a line that starts with a dot continues
 * the one before.
 */
final class Script {
    /** One snippet and the number, from 1, of its first line. */
    record Piece(int line, String source) {}

    private final SourceCodeAnalysis analysis;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private int pendingLine;

    private Script(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    static List<Piece> cut(String text, SourceCodeAnalysis analysis) {
        Script script = new Script(analysis);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            script.read(i + 1, lines.get(i), continues(lines, i + 1));
        }
        script.close();
        return script.pieces;
    }

    private static boolean continues(List<String> lines, int next) {
        for (int i = next; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("//")) {
                return line.matches("\\.\\s*[\\p{L}_$<].*");
            }
        }
        return false;
    }

    private void read(int number, String line, boolean continued) {
        if (pending.isEmpty()) {
            if (line.isBlank() || line.strip().startsWith("#!")) {
                return;
            }
            pendingLine = number;
        }
        pending.append(line).append('\n');
        if (!continued) {
            split();
        }
    }

    private void split() {
        while (!pending.isEmpty()) {
            String text = pending.toString();
            if (text.stripLeading().startsWith("/") && !text.stripLeading().matches("(?s)/[/*].*")) {
                add(text, "");
                return;
            }
            SourceCodeAnalysis.CompletionInfo info = analysis.analyzeCompletion(text);
            if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
                pending.setLength(0);
            } else if (info.completeness().isComplete()) {
                add(info.source(), info.remaining());
            } else {
                return;
            }
        }
    }

    private void add(String source, String remaining) {
        pieces.add(new Piece(firstCodeLine(source), source.strip()));
        String consumed = pending.substring(0, pending.length() - remaining.length());
        pendingLine += (int) consumed.chars().filter(c -> c == '\n').count();
        pending.setLength(0);
        if (!remaining.isBlank()) {
            pending.append(remaining);
        }
    }

    private int firstCodeLine(String source) {
        String blank =
                source.substring(0, source.length() - source.stripLeading().length());
        return pendingLine + (int) blank.chars().filter(c -> c == '\n').count();
    }

    private void close() {
        if (!pending.toString().isBlank()) {
            pieces.add(new Piece(pendingLine, pending.toString().strip()));
        }
    }
}
