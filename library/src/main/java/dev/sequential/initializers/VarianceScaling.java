package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Random numbers whose variance is {@code scale / fan}, so that signals neither die out nor explode from layer to layer.
 * Fans of a matrix are its two lengths; of a convolution's kernel the last two lengths times the receptive field.
 *
 * @param scale above 0; default 1
 * @param mode which fan; default {@link Mode#FAN_IN}
 * @param distribution default {@link Distribution#TRUNCATED_NORMAL}
 * @param seed if given, the same numbers each time; default none
 * @see <a href="https://keras.io/api/layers/initializers/">Keras: initializers</a>
 */
public record VarianceScaling(double scale, Mode mode, Distribution distribution, OptionalLong seed)
        implements Initializer {
    /** Deviation of the standard normal distribution within two deviations. */
    private static final double TRUNCATED_DEVIATION = 0.87962566103423978;

    /** Which number of connections counts. */
    public enum Mode {
        FAN_IN,
        FAN_OUT,
        FAN_AVG
    }

    /** How the numbers are distributed. */
    public enum Distribution {
        TRUNCATED_NORMAL,
        UNTRUNCATED_NORMAL,
        UNIFORM
    }

    /** @throws IllegalArgumentException if the scale is not above 0 */
    public VarianceScaling {
        Check.that(scale > 0, "scale of VarianceScaling must be above 0, but received %s", scale);
        Check.notNull(mode, "mode of VarianceScaling");
        Check.notNull(distribution, "distribution of VarianceScaling");
        Check.notNull(seed, "seed of VarianceScaling");
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        double variance = scale / Math.max(1, fan(shape));
        double deviation = Math.sqrt(variance);
        double limit = Math.sqrt(3 * variance);
        return Draws.of(
                shape,
                seed,
                random,
                switch (distribution) {
                    case TRUNCATED_NORMAL -> r -> deviation / TRUNCATED_DEVIATION * Draws.truncatedNormal(r);
                    case UNTRUNCATED_NORMAL -> r -> deviation * r.nextGaussian();
                    case UNIFORM -> r -> limit * (2 * r.nextDouble() - 1);
                });
    }

    private double fan(Shape shape) {
        double in = 1;
        double out = 1;
        if (shape.rank() == 1) {
            in = shape.dim(0);
            out = in;
        } else if (shape.rank() > 1) {
            double field = shape.slice(0, shape.rank() - 2).size();
            in = shape.dim(-2) * field;
            out = shape.dim(-1) * field;
        }
        return switch (mode) {
            case FAN_IN -> in;
            case FAN_OUT -> out;
            case FAN_AVG -> (in + out) / 2;
        };
    }
}
