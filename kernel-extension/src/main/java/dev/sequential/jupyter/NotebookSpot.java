package dev.sequential.jupyter;

import dev.sequential.display.Picture;
import dev.sequential.display.Spot;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A spot in a cell's output. What is shown is drawn by the pump's thread, so that drawing does not hold a training up. */
final class NotebookSpot implements Spot {
    /** Pictures are large and take long to draw. */
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final Pump<Supplier<?>> pump;
    private final Runnable onClose;

    /** A spot in the cell that runs now, which says when it closes. */
    NotebookSpot(Host host, Runnable onClose) {
        Consumer<Object> display = host.display();
        this.pump = new Pump<>(value -> display.accept(value.get()), BETWEEN);
        this.onClose = onClose;
    }

    @Override
    public void show(Supplier<Picture> picture) {
        pump.offer(picture);
    }

    /** Shows a value as the result of a cell would look. */
    void show(Object value) {
        pump.offer(() -> value);
    }

    @Override
    public void close() {
        pump.close();
        onClose.run();
    }
}
