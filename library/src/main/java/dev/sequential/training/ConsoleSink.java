package dev.sequential.training;

import java.io.PrintStream;
import java.util.Map;

/**
 * Progress on {@code System.out}, the line in progress being rewritten after a carriage return. The system property
 * {@code sequential.progress} says {@code bar} or {@code lines}; without it the line in progress is shown on a terminal
 * only, and coloured unless {@code NO_COLOR} is set.
 */
final class ConsoleSink implements ProgressSink {
    private final PrintStream out;
    private final boolean live;
    private final boolean colours;
    private int shown;

    ConsoleSink() {
        this(System.out, System.getProperty("sequential.progress", ""), System.getenv(), System.console() != null);
    }

    /** {@code console} tells whether input and output seem to be a terminal. */
    ConsoleSink(PrintStream out, String property, Map<String, String> environment, boolean console) {
        boolean terminal = console && !"dumb".equals(environment.get("TERM")) && !environment.containsKey("CI");
        this.out = out;
        this.live = property.isEmpty() ? terminal : property.equals("bar");
        this.colours = live && terminal && environment.containsKey("TERM") && !environment.containsKey("NO_COLOR");
    }

    @Override
    public void live(String text) {
        if (live) show(text, "");
    }

    @Override
    public void line(String text) {
        show(text, System.lineSeparator());
        shown = 0;
    }

    @Override
    public void close() {
        if (shown > 0) out.println();
        shown = 0;
        out.flush();
    }

    @Override
    public boolean showsLive() {
        return live;
    }

    @Override
    public boolean showsColours() {
        return colours;
    }

    /** One print a line: a kernel sends each print as a message of its own. */
    private void show(String text, String end) {
        int width = Ansi.width(text);
        String start = live && (shown > 0 || end.isEmpty()) ? "\r" : "";
        out.print(start + text + " ".repeat(Math.max(0, shown - width)) + end);
        out.flush();
        shown = width;
    }
}
