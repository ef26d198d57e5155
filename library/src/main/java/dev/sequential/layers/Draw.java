package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.engine.RandomOp;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalLong;

/**
 * The random numbers of one use of an image layer, of shape {@code (batch, 1, 1, 1)}: one for each image.
 *
 * @param images how many there are
 */
record Draw(Call call, long images, OptionalLong seed) {
    /** Even numbers from the lower to below the upper bound. */
    Tensor uniform(List<Double> bounds) {
        return uniform(bounds.get(0), bounds.get(1));
    }

    Tensor uniform(double low, double high) {
        return call.random(RandomOp.Kind.UNIFORM, low, high, Shape.of(images, 1, 1, 1), seed);
    }

    /** One number for the whole batch, {@code (1, 1, 1, 1)}. */
    Tensor shared(double low, double high) {
        return call.random(RandomOp.Kind.UNIFORM, low, high, Shape.of(1, 1, 1, 1), seed);
    }

    /** 1 for some images, each with a probability that is drawn too; 0 for the others. */
    Tensor chosen(List<Double> probability) {
        return uniform(0, 1).lessThan(uniform(probability));
    }

    /** 1 for about half of the images, -1 for the others. */
    Tensor sign() {
        return call.random(RandomOp.Kind.BERNOULLI, 0.5, 2, Shape.of(images, 1, 1, 1), seed)
                .minus(1);
    }

    /** Normal numbers of mean 0 and deviation 1 for each pixel. */
    Tensor noise(Shape shape) {
        return call.random(RandomOp.Kind.NORMAL, 0, 1, shape, seed);
    }
}
