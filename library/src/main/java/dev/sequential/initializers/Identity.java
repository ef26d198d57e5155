package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.random.RandomGenerator;

/**
 * The identity matrix times {@code gain}; for matrices only, which need not be square.
 *
 * @param gain what stands on the diagonal; default 1
 */
public record Identity(double gain) implements Initializer {
    public Identity {
        Check.that(Double.isFinite(gain), "gain of Identity must be a number, but received %s", gain);
    }

    public static Identity of() {
        return new Identity(1);
    }

    public static Identity of(double gain) {
        return new Identity(gain);
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        Check.that(shape.rank() == 2, "Identity makes matrices only, but the weight has shape %s", shape);
        double[] values = new double[Math.toIntExact(shape.size())];
        int columns = Math.toIntExact(shape.dim(1));
        for (int i = 0; i < Math.min(shape.dim(0), columns); i++) values[i * columns + i] = gain;
        return values;
    }
}
