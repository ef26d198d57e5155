package dev.sequential.jupyter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of one call's progress: finished ones, of which a long training keeps the first two and the last, and the one
 * in progress. Only that one keeps its colours, so that a notebook is saved with plain text.
 */
final class ProgressText {
    private static final int FIRST = 2;
    private static final int LAST = 10;
    private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");

    private final List<String> finished = new ArrayList<>();
    private boolean shortened;
    private String live = "";

    void live(String line) {
        live = line;
    }

    void line(String line) {
        live = "";
        finished.add(ESCAPES.matcher(line).replaceAll("").stripTrailing());
        if (finished.size() > FIRST + LAST) {
            shortened = true;
            // Two at a time: an epoch's heading and its bar.
            finished.subList(FIRST, FIRST + 2).clear();
        }
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>(finished);
        if (shortened) lines.add(FIRST, "⋮");
        if (!live.isEmpty()) lines.add(live);
        return String.join("\n", lines);
    }
}
