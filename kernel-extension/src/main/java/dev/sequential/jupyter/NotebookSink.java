package dev.sequential.jupyter;

import dev.sequential.History;
import dev.sequential.training.ProgressSink;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Progress of one call in one display of its cell, replaced in place and left with its final state; below it, if the user
 * stopped a training that is not plotted anyway, the history up to there. Only the pumps' threads talk to Jupyter: the training thread may have been
 * interrupted, and an interrupted thread cannot send.
 */
final class NotebookSink implements ProgressSink {
    /** At most five times a second, as often as an eye needs. */
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final ProgressText text = new ProgressText();
    private final Pump<String> pump;
    private final NotebookSpot below;
    private final BooleanSupplier isPlotted;

    /** A sink for the cell that runs now. */
    NotebookSink(Host host, NotebookSpots spots) {
        Consumer<Object> display = host.display();
        this.pump = new Pump<>(display::accept, BETWEEN);
        this.below = spots.aside();
        this.isPlotted = spots::anyOpen;
    }

    @Override
    public void live(String line) {
        text.live(line);
        pump.offer(text.toString());
    }

    @Override
    public void line(String line) {
        text.line(line);
        pump.offer(text.toString());
    }

    @Override
    public void stopped(String line, Optional<History> recorded) {
        line(line);
        pump.close();
        if (isPlotted.getAsBoolean()) return;
        recorded.filter(history -> !history.epoch().isEmpty()).ifPresent(below::show);
    }

    @Override
    public void close() {
        pump.close();
        below.close();
    }

    @Override
    public boolean showsColours() {
        return true;
    }
}
