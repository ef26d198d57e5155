package dev.sequential.layers;

import dev.sequential.engine.Conv;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Window;
import java.util.List;

/** Pixels that become a weighted sum of those around them, the same for all channels; outside an image is 0. */
final class Blur {
    private Blur() {}

    /** Images {@code (batch, height, width, channels)} with the weights {@code (rows, columns, 1, 1)}. */
    static Tensor of(Tensor images, Tensor weights) {
        long rows = weights.dim(0);
        long columns = weights.dim(1);
        List<Long> around = List.of(rows / 2, columns / 2);
        List<Long> one = List.of(1L, 1L);
        Window window = new Window(List.of(rows, columns), one, one, around, around);
        int channels = Math.toIntExact(images.dim(3));
        return Conv.of(images, weights.broadcastTo(Shape.of(rows, columns, 1, channels)), window, channels);
    }
}
