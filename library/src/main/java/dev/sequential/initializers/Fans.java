package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;

/**
 * How many numbers flow into and out of each unit of a weight: {@code (n)} both n; {@code (in, out)}; for convolutions
 * {@code (…, in, out)}, each times the size of the window.
 */
record Fans(double in, double out) {
    static Fans of(Shape shape) {
        Check.that(shape.rank() > 0, "A weight that is a single number has no fans; use another initializer");
        if (shape.rank() == 1) return new Fans(shape.dim(0), shape.dim(0));
        double window = shape.slice(0, shape.rank() - 2).size();
        return new Fans(shape.dim(-2) * window, shape.dim(-1) * window);
    }
}
