package dev.sequential.initializers;

import dev.sequential.engine.Registry;
import java.util.OptionalLong;

/**
 * Keras's initializers as constants to be imported statically, and by name.
 *
 * <pre>{@code
 * Dense.of(64, d -> d.kernelInitializer(HE_NORMAL))
 * Dense.of(64, d -> d.kernelInitializer(new VarianceScaling(2, FAN_OUT, UNIFORM, OptionalLong.of(7))))
 * }</pre>
 */
public final class Initializers {
    private static final OptionalLong NO_SEED = OptionalLong.empty();

    /** Zeros. */
    public static final Initializer ZEROS = new Zeros();

    /** Ones. */
    public static final Initializer ONES = new Ones();

    /** A matrix with ones on its diagonal. */
    public static final Initializer IDENTITY = new Identity(1);

    /** Normal numbers of deviation 0.05. */
    public static final Initializer RANDOM_NORMAL = new RandomNormal(0, 0.05, NO_SEED);

    /** Even numbers from -0.05 to 0.05. */
    public static final Initializer RANDOM_UNIFORM = new RandomUniform(-0.05, 0.05, NO_SEED);

    /** Normal numbers of deviation 0.05, none beyond 0.1. */
    public static final Initializer TRUNCATED_NORMAL = new TruncatedNormal(0, 0.05, NO_SEED);

    /** Keras's default for kernels. */
    public static final Initializer GLOROT_UNIFORM = new GlorotUniform(NO_SEED);

    public static final Initializer GLOROT_NORMAL = new GlorotNormal(NO_SEED);

    /** For layers with relu. */
    public static final Initializer HE_UNIFORM = new HeUniform(NO_SEED);

    /** For layers with relu. */
    public static final Initializer HE_NORMAL = new HeNormal(NO_SEED);

    public static final Initializer LECUN_UNIFORM = new LecunUniform(NO_SEED);

    /** For layers with selu. */
    public static final Initializer LECUN_NORMAL = new LecunNormal(NO_SEED);

    /** Keras's default for recurrent kernels. */
    public static final Initializer ORTHOGONAL = new Orthogonal(1, NO_SEED);

    private static final Registry<Initializer> NAMES = new Registry<Initializer>("initializer")
            .add(ZEROS, "zeros", "Zeros")
            .add(ONES, "ones", "Ones")
            .add(new Constant(0), "constant", "Constant")
            .add(IDENTITY, "identity", "Identity", "IdentityInitializer")
            .add(RANDOM_NORMAL, "random_normal", "RandomNormal", "normal")
            .add(RANDOM_UNIFORM, "random_uniform", "RandomUniform", "uniform")
            .add(TRUNCATED_NORMAL, "truncated_normal", "TruncatedNormal")
            .add(
                    new VarianceScaling(
                            1, VarianceScaling.Mode.FAN_IN, VarianceScaling.Distribution.TRUNCATED_NORMAL, NO_SEED),
                    "variance_scaling",
                    "VarianceScaling")
            .add(GLOROT_UNIFORM, "glorot_uniform", "GlorotUniform")
            .add(GLOROT_NORMAL, "glorot_normal", "GlorotNormal")
            .add(HE_UNIFORM, "he_uniform", "HeUniform")
            .add(HE_NORMAL, "he_normal", "HeNormal")
            .add(LECUN_UNIFORM, "lecun_uniform", "LecunUniform")
            .add(LECUN_NORMAL, "lecun_normal", "LecunNormal")
            .add(ORTHOGONAL, "orthogonal", "Orthogonal", "OrthogonalInitializer");

    private Initializers() {}

    /**
     * The initializer Keras calls by this name, with its default options.
     *
     * @throws IllegalArgumentException if the name is not known; the message says the nearest
     */
    public static Initializer of(String name) {
        return NAMES.of(name);
    }
}
