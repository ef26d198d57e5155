package dev.sequential.initializers;

import dev.sequential.engine.Registry;
import java.util.Set;

/** Keras's initializers by name. */
public final class Initializers {
    private static final Registry<Initializer> NAMES = new Registry<Initializer>("initializer")
            .add(Zeros.of(), "zeros", "zero", "Zeros")
            .add(Ones.of(), "ones", "one", "Ones")
            .add(Constant.of(0), "constant", "Constant")
            .add(Identity.of(), "identity", "Identity", "IdentityInitializer")
            .add(RandomNormal.of(), "random_normal", "normal", "RandomNormal")
            .add(RandomUniform.of(), "random_uniform", "uniform", "RandomUniform")
            .add(TruncatedNormal.of(), "truncated_normal", "TruncatedNormal")
            .add(VarianceScaling.of(), "variance_scaling", "VarianceScaling")
            .add(GlorotUniform.of(), "glorot_uniform", "GlorotUniform")
            .add(GlorotNormal.of(), "glorot_normal", "GlorotNormal")
            .add(HeUniform.of(), "he_uniform", "HeUniform")
            .add(HeNormal.of(), "he_normal", "HeNormal")
            .add(LecunUniform.of(), "lecun_uniform", "LecunUniform")
            .add(LecunNormal.of(), "lecun_normal", "LecunNormal")
            .add(Orthogonal.of(), "orthogonal", "Orthogonal", "OrthogonalInitializer")
            .add(STFT.of(), "stft", "STFT");

    private Initializers() {}

    /**
     * The initializer Keras calls by this name, with its default options.
     *
     * @throws IllegalArgumentException if the name is not known; the message says the nearest
     */
    public static Initializer of(String name) {
        return NAMES.of(name);
    }

    /** All names that {@link #of} knows. */
    public static Set<String> names() {
        return NAMES.names();
    }
}
