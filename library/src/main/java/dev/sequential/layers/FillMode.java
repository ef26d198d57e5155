package dev.sequential.layers;

import dev.sequential.engine.Tensor;
import java.util.Locale;

/** What is outside an image: the pixel of the image that stands for a place beyond its border. */
public enum FillMode {
    /** {@code (d c b a | a b c d | d c b a)}: the image in a mirror at its border. */
    REFLECT {
        @Override
        Tensor inside(Tensor place, long length) {
            Tensor folded = WRAP.inside(place, 2 * length);
            return folded.minimum(folded.from(2 * length - 1));
        }
    },
    /** {@code (a b c d | a b c d | a b c d)}: the image again. */
    WRAP {
        @Override
        Tensor inside(Tensor place, long length) {
            // half a pixel keeps a rounded quotient on its side of an integer
            Tensor times = place.plus(0.5).dividedBy(length).floor();
            return place.minus(times.times(length));
        }
    },
    /** {@code (k k k k | a b c d | k k k k)}: a number of your choice. */
    CONSTANT {
        @Override
        Tensor inside(Tensor place, long length) {
            return NEAREST.inside(place, length);
        }
    },
    /** {@code (a a a a | a b c d | d d d d)}: the pixel at the border. */
    NEAREST {
        @Override
        Tensor inside(Tensor place, long length) {
            return place.clip(0, length - 1);
        }
    };

    /** The place, from 0 to below the length, that stands for a whole number of any size. */
    abstract Tensor inside(Tensor place, long length);

    /** Keras's name. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
