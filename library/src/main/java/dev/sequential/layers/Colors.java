package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;

/**
 * The colours of pixels as places on the circle of hues (a turn is 1), saturations and values, each
 * {@code (batch, height, width, 1)}.
 *
 * @see <a href="https://doi.org/10.1145/965139.807361">Smith 1978, Color Gamut Transform Pairs</a>
 */
record Colors(Tensor hue, Tensor saturation, Tensor value) {
    /** How bright red, green and blue are. */
    private static final double[] BRIGHTNESS = {0.2989, 0.5870, 0.1140};

    /** What is smaller counts as 0, as in Keras. */
    private static final double TINY = Math.ulp(1f);

    /** The grey form of images of three channels, of one channel; images of one channel are grey. */
    static Tensor grey(Tensor images) {
        if (images.dim(3) == 1) return images;
        return checked(images).matmul(Tensor.constant(BRIGHTNESS, Shape.of(3, 1), images.dtype()));
    }

    /** The colours of images of red, green and blue. */
    static Colors of(Tensor images) {
        Tensor x = checked(images).abs().lessThan(TINY).select(images.like(0), images);
        Tensor red = x.slice(3, 0, 1);
        Tensor green = x.slice(3, 1, 2);
        Tensor blue = x.slice(3, 2, 3);
        Tensor value = red.maximum(green).maximum(blue);
        Tensor range = value.minus(red.minimum(green).minimum(blue));
        Tensor one = value.like(1);
        Tensor zero = value.like(0);
        Tensor sixths = range.greaterThan(0).select(range, one).times(6).reciprocal();
        Tensor fromGreen = sixths.times(blue.minus(red)).plus(2 / 6.0);
        Tensor fromBlue = sixths.times(red.minus(green)).plus(4 / 6.0);
        Tensor hue = value.equalTo(green).select(fromGreen, fromBlue);
        hue = value.equalTo(red).select(sixths.times(green.minus(blue)), hue);
        hue = range.greaterThan(0).select(hue, zero);
        Tensor bright = value.greaterThan(0);
        Tensor saturation = bright.select(range.dividedBy(bright.select(value, one)), zero);
        return new Colors(hue.plus(hue.lessThan(0)), saturation, value);
    }

    /** The images of these colours. */
    Tensor images() {
        Tensor sixths = hue.minus(hue.floor()).times(6);
        Tensor red = part(sixths.minus(3).abs().minus(1));
        Tensor green = part(sixths.minus(2).abs().from(2));
        Tensor blue = part(sixths.minus(4).abs().from(2));
        return red.concat(3, green, blue);
    }

    private Tensor part(Tensor share) {
        return value.times(saturation.from(1).plus(saturation.times(share.clip(0, 1))));
    }

    private static Tensor checked(Tensor images) {
        Check.that(
                images.dim(3) == 3,
                "Colours need 3 channels, red, green and blue, but received shape %s",
                images.shape());
        return images;
    }
}
