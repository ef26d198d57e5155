package dev.sequential.display;

import java.util.function.Supplier;

/**
 * A place on the page that shows one picture, replaced as often as wanted. {@link Spots} gives one.
 *
 * <pre>{@code
 * try (Spot spot = Spots.here()) {
 *     for (int i = 1; i <= 10; i++) spot.show(draw(i));
 * }
 * }</pre>
 */
public interface Spot extends AutoCloseable {
    /**
     * Shows this picture in place of the one before. A place that shows pictures less often than it is given some draws the
     * latest, on a thread of its own: what is drawn from must not change.
     */
    void show(Supplier<Picture> picture);

    /** There is nothing more to come; the last picture has been shown when this returns. */
    @Override
    void close();
}
