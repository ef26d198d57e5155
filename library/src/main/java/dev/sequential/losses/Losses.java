package dev.sequential.losses;

import dev.sequential.engine.Registry;
import dev.sequential.engine.Shape;
import java.util.Set;

/** Keras's losses by name: function names, class names and the usual short forms. */
public final class Losses {
    private static final Registry<Loss> NAMES = new Registry<Loss>("loss")
            .add(MeanSquaredError.of(), "mean_squared_error", "MeanSquaredError", "mse", "MSE")
            .add(MeanAbsoluteError.of(), "mean_absolute_error", "MeanAbsoluteError", "mae", "MAE")
            .add(
                    MeanAbsolutePercentageError.of(),
                    "mean_absolute_percentage_error",
                    "MeanAbsolutePercentageError",
                    "mape",
                    "MAPE")
            .add(
                    MeanSquaredLogarithmicError.of(),
                    "mean_squared_logarithmic_error",
                    "MeanSquaredLogarithmicError",
                    "msle",
                    "MSLE")
            .add(CosineSimilarity.of(), "cosine_similarity", "CosineSimilarity", "cosine_proximity", "cosine")
            .add(Huber.of(), "huber", "Huber", "huber_loss")
            .add(LogCosh.of(), "log_cosh", "LogCosh", "logcosh")
            .add(Hinge.of(), "hinge", "Hinge")
            .add(SquaredHinge.of(), "squared_hinge", "SquaredHinge")
            .add(CategoricalHinge.of(), "categorical_hinge", "CategoricalHinge")
            .add(KLDivergence.of(), "kl_divergence", "KLDivergence", "kullback_leibler_divergence", "kld", "KLD")
            .add(Poisson.of(), "poisson", "Poisson")
            .add(BinaryCrossentropy.of(), "binary_crossentropy", "BinaryCrossentropy", "bce", "BCE")
            .add(CategoricalCrossentropy.of(), "categorical_crossentropy", "CategoricalCrossentropy")
            .add(SparseCategoricalCrossentropy.of(), "sparse_categorical_crossentropy", "SparseCategoricalCrossentropy")
            .add(BinaryFocalCrossentropy.of(), "binary_focal_crossentropy", "BinaryFocalCrossentropy")
            .add(CategoricalFocalCrossentropy.of(), "categorical_focal_crossentropy", "CategoricalFocalCrossentropy")
            .add(Dice.of(), "dice", "Dice")
            .add(Tversky.of(), "tversky", "Tversky")
            .add(
                    CategoricalGeneralizedCrossEntropy.of(),
                    "categorical_generalized_cross_entropy",
                    "CategoricalGeneralizedCrossEntropy")
            .add(Circle.of(), "circle", "Circle")
            .add(CTC.of(), "ctc", "CTC")
            .add(new Crossentropy(), "crossentropy", "ce");

    private Losses() {}

    /**
     * The loss Keras calls by this name, with its default options.
     *
     * @throws IllegalArgumentException if the name is not known; the message says the nearest
     */
    public static Loss of(String name) {
        return NAMES.of(name);
    }

    /** Whether {@link #of} knows a name. */
    public static boolean has(String name) {
        return NAMES.has(name);
    }

    /** All names that {@link #of} knows. */
    public static Set<String> names() {
        return NAMES.names();
    }

    /**
     * What {@code "crossentropy"} and {@code "ce"} mean for an output: binary crossentropy if its last axis has length
     * 1, sparse categorical if the targets are class numbers (one axis fewer, or a last axis of length 1), categorical
     * otherwise.
     *
     * @param yTrue shape of the targets, {@code null} if not known yet
     * @param yPred shape of the output
     */
    public static Criterion crossentropyFor(Shape yTrue, Shape yPred) {
        return Crossentropy.of(yTrue, yPred);
    }
}
