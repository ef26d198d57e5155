package dev.sequential.training;

import dev.sequential.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what it is shown. */
public final class RecordingSink implements ProgressSink {
    public final List<String> shown = new ArrayList<>();
    private final boolean live;
    private final boolean colours;

    public RecordingSink(boolean live, boolean colours) {
        this.live = live;
        this.colours = colours;
    }

    @Override
    public void live(String text) {
        shown.add("~" + text);
    }

    @Override
    public void line(String text) {
        shown.add(text);
    }

    @Override
    public void stopped(String text, Optional<History> recorded) {
        shown.add("stopped: " + text
                + recorded.map(h -> " after " + h.epoch().size() + " epochs").orElse(""));
    }

    @Override
    public void close() {
        shown.add("closed");
    }

    @Override
    public boolean showsLive() {
        return live;
    }

    @Override
    public boolean showsColours() {
        return colours;
    }
}
