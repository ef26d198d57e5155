package dev.sequential.jupyter;

import dev.sequential.display.Spot;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The spots of one kernel. */
final class NotebookSpots implements Supplier<Spot> {
    private final Host host;
    private final AtomicInteger open = new AtomicInteger();

    NotebookSpots(Host host) {
        this.host = host;
    }

    @Override
    public Spot get() {
        open.incrementAndGet();
        return new NotebookSpot(host, open::decrementAndGet);
    }

    /** A place for one value that is no picture yet; does not count as open. */
    NotebookSpot aside() {
        return new NotebookSpot(host, () -> {});
    }

    /** Whether a plot is being shown, so that the same need not be shown again. */
    boolean anyOpen() {
        return open.get() > 0;
    }
}
