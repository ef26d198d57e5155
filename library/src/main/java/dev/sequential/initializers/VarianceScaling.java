package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Random numbers of variance {@code scale / n}, n being how many numbers flow into or out of a unit, so that signals
 * neither grow nor vanish from layer to layer (Glorot and Bengio, 2010; He et al., 2015).
 *
 * @param scale above 0; default 1
 * @param mode which n: {@code FAN_IN} (default), {@code FAN_OUT} or the mean of both
 * @param distribution default {@code TRUNCATED_NORMAL}
 * @param seed makes the same values at every use; by default they come from the session's seed
 */
@Config
public record VarianceScaling(double scale, Mode mode, Distribution distribution, OptionalLong seed)
        implements Initializer {

    /** The deviation of a standard normal distribution cut off at 2. */
    private static final double TRUNCATED_DEVIATION = 0.87962566103423978;

    /** Which number of connections counts. */
    public enum Mode {
        FAN_IN,
        FAN_OUT,
        FAN_AVG;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How values are distributed. */
    public enum Distribution {
        TRUNCATED_NORMAL,
        UNTRUNCATED_NORMAL,
        UNIFORM;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public VarianceScaling {
        Check.that(scale > 0 && scale < Double.POSITIVE_INFINITY, "scale must be above 0, but received %s", scale);
        Check.notNull(mode, "mode");
        Check.notNull(distribution, "distribution");
        Check.notNull(seed, "seed");
    }

    /** With the defaults. */
    public static VarianceScaling of() {
        return new VarianceScaling(1, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL, OptionalLong.empty());
    }

    /** With options. */
    public static VarianceScaling of(Consumer<VarianceScalingBuilder> options) {
        VarianceScalingBuilder builder = VarianceScalingBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        Fans fans = Fans.of(shape);
        double n = switch (mode) {
            case FAN_IN -> fans.in();
            case FAN_OUT -> fans.out();
            case FAN_AVG -> (fans.in() + fans.out()) / 2;
        };
        double variance = scale / Math.max(1, n);
        double deviation = Math.sqrt(variance);
        RandomGenerator source = Samples.source(seed, random);
        return switch (distribution) {
            case TRUNCATED_NORMAL -> Samples.truncatedNormal(shape, 0, deviation / TRUNCATED_DEVIATION, source);
            case UNTRUNCATED_NORMAL -> Samples.normal(shape, 0, deviation, source);
            case UNIFORM -> {
                double limit = Math.sqrt(3 * variance);
                yield Samples.uniform(shape, -limit, limit, source);
            }
        };
    }
}
