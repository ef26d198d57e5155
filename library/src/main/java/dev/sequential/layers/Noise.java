package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.Optional;

/** The shape of random masks. */
final class Noise {
    private Noise() {}

    /** The asked shape with unknown lengths taken from the input's, or the input's if none is asked. */
    static Shape shape(Optional<Shape> asked, Shape input, String layer) {
        Shape shape = asked.orElse(input);
        Check.that(
                shape.rank() == input.rank(),
                "%s has a noiseShape of %d lengths, %s, but received shape %s",
                layer,
                shape.rank(),
                shape,
                input);
        for (int i = 0; i < input.rank(); i++) {
            if (shape.dim(i) == Shape.UNKNOWN) shape = shape.withDim(i, input.dim(i));
        }
        Check.that(
                Shape.broadcast(shape, input).equals(input),
                "%s has the noiseShape %s, which does not fit shape %s",
                layer,
                shape,
                input);
        return shape;
    }
}
