package dev.sequential.jupyter;

import dev.sequential.training.ProgressSink;
import java.time.Duration;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/**
 * Progress of one call in one display of its cell, replaced in place and left with its final state. Only the pump's
 * thread talks to Jupyter: the training thread may have been interrupted, and an interrupted thread cannot send.
 */
final class NotebookSink implements ProgressSink {
    /** At most five times a second, as often as an eye needs. */
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final ProgressText text = new ProgressText();
    private final Pump pump;

    NotebookSink(Pump pump) {
        this.pump = pump;
    }

    /** A sink for the cell that runs now. */
    static NotebookSink in(BaseKernel kernel) {
        return new NotebookSink(new Pump(LiveDisplay.inRunningCell(kernel)::show, BETWEEN));
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
    public void close() {
        pump.close();
    }

    @Override
    public boolean showsColours() {
        return true;
    }
}
