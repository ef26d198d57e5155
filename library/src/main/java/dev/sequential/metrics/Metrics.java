package dev.sequential.metrics;

import dev.sequential.engine.Names;
import dev.sequential.engine.Registry;
import dev.sequential.engine.Shape;
import dev.sequential.losses.BinaryCrossentropy;
import dev.sequential.losses.BinaryFocalCrossentropy;
import dev.sequential.losses.CategoricalCrossentropy;
import dev.sequential.losses.CategoricalFocalCrossentropy;
import dev.sequential.losses.CategoricalGeneralizedCrossEntropy;
import dev.sequential.losses.CategoricalHinge;
import dev.sequential.losses.Dice;
import dev.sequential.losses.Hinge;
import dev.sequential.losses.Huber;
import dev.sequential.losses.KLDivergence;
import dev.sequential.losses.LogCosh;
import dev.sequential.losses.Loss;
import dev.sequential.losses.Losses;
import dev.sequential.losses.MeanAbsoluteError;
import dev.sequential.losses.MeanAbsolutePercentageError;
import dev.sequential.losses.MeanSquaredError;
import dev.sequential.losses.MeanSquaredLogarithmicError;
import dev.sequential.losses.Poisson;
import dev.sequential.losses.SparseCategoricalCrossentropy;
import dev.sequential.losses.SquaredHinge;
import dev.sequential.losses.Tversky;
import java.util.Set;
import java.util.TreeSet;

/** Keras's metrics by name: function names, class names and the usual short forms. */
public final class Metrics {
    /** Names of functions, under which a metric is also logged. */
    private static final Registry<Metric> FUNCTIONS = new Registry<Metric>("metric")
            .add(BinaryAccuracy.of(), "binary_accuracy")
            .add(CategoricalAccuracy.of(), "categorical_accuracy")
            .add(SparseCategoricalAccuracy.of(), "sparse_categorical_accuracy")
            .add(TopKCategoricalAccuracy.of(), "top_k_categorical_accuracy")
            .add(SparseTopKCategoricalAccuracy.of(), "sparse_top_k_categorical_accuracy")
            .add(MeanSquaredError.of(), "mean_squared_error", "mse", "MSE")
            .add(MeanAbsoluteError.of(), "mean_absolute_error", "mae", "MAE")
            .add(MeanAbsolutePercentageError.of(), "mean_absolute_percentage_error", "mape", "MAPE")
            .add(MeanSquaredLogarithmicError.of(), "mean_squared_logarithmic_error", "msle", "MSLE")
            .add(CosineSimilarity.of(), "cosine_similarity", "cosine_proximity", "cosine")
            .add(Huber.of(), "huber", "huber_loss")
            .add(LogCosh.of(), "log_cosh", "logcosh")
            .add(Poisson.of(), "poisson")
            .add(KLDivergence.of(), "kl_divergence", "kullback_leibler_divergence", "kld", "KLD")
            .add(Hinge.of(), "hinge")
            .add(SquaredHinge.of(), "squared_hinge")
            .add(CategoricalHinge.of(), "categorical_hinge")
            .add(BinaryCrossentropy.of(), "binary_crossentropy", "bce", "BCE")
            .add(CategoricalCrossentropy.of(), "categorical_crossentropy")
            .add(SparseCategoricalCrossentropy.of(), "sparse_categorical_crossentropy")
            .add(BinaryFocalCrossentropy.of(), "binary_focal_crossentropy")
            .add(CategoricalFocalCrossentropy.of(), "categorical_focal_crossentropy")
            .add(CategoricalGeneralizedCrossEntropy.of(), "categorical_generalized_cross_entropy")
            .add(Dice.of(), "dice")
            .add(Tversky.of(), "tversky")
            .add(PearsonCorrelation.of(), "pearson_correlation")
            .add(ConcordanceCorrelation.of(), "concordance_correlation");

    /** Names of classes, which are logged under a name of their own. */
    private static final Registry<Metric> CLASSES = new Registry<Metric>("metric")
            .add(Mean.of(), "mean", "Mean")
            .add(Sum.of(), "sum", "Sum")
            .add(BinaryAccuracy.of(), "BinaryAccuracy")
            .add(CategoricalAccuracy.of(), "CategoricalAccuracy")
            .add(SparseCategoricalAccuracy.of(), "SparseCategoricalAccuracy")
            .add(TopKCategoricalAccuracy.of(), "TopKCategoricalAccuracy")
            .add(SparseTopKCategoricalAccuracy.of(), "SparseTopKCategoricalAccuracy")
            .add(MeanSquaredError.of(), "MeanSquaredError")
            .add(RootMeanSquaredError.of(), "root_mean_squared_error", "RootMeanSquaredError", "rmse", "RMSE")
            .add(MeanAbsoluteError.of(), "MeanAbsoluteError")
            .add(MeanAbsolutePercentageError.of(), "MeanAbsolutePercentageError")
            .add(MeanSquaredLogarithmicError.of(), "MeanSquaredLogarithmicError")
            .add(CosineSimilarity.of(), "CosineSimilarity")
            .add(LogCoshError.of(), "log_cosh_error", "LogCoshError")
            .add(Poisson.of(), "Poisson")
            .add(KLDivergence.of(), "KLDivergence")
            .add(Hinge.of(), "Hinge")
            .add(SquaredHinge.of(), "SquaredHinge")
            .add(CategoricalHinge.of(), "CategoricalHinge")
            .add(BinaryCrossentropy.of(), "BinaryCrossentropy")
            .add(CategoricalCrossentropy.of(), "CategoricalCrossentropy")
            .add(SparseCategoricalCrossentropy.of(), "SparseCategoricalCrossentropy")
            .add(TruePositives.of(), "true_positives", "TruePositives")
            .add(FalsePositives.of(), "false_positives", "FalsePositives")
            .add(TrueNegatives.of(), "true_negatives", "TrueNegatives")
            .add(FalseNegatives.of(), "false_negatives", "FalseNegatives")
            .add(Precision.of(), "precision", "Precision")
            .add(Recall.of(), "recall", "Recall")
            .add(AUC.of(), "auc", "AUC")
            .add(F1Score.of(), "f1_score", "F1Score")
            .add(FBetaScore.of(), "fbeta_score", "FBetaScore")
            .add(R2Score.of(), "r2_score", "R2Score")
            .add(BinaryIoU.of(), "binary_io_u", "binary_iou", "BinaryIoU")
            .add(PearsonCorrelation.of(), "PearsonCorrelation")
            .add(ConcordanceCorrelation.of(), "ConcordanceCorrelation");

    private static final Set<String> ACCURACY = Set.of("accuracy", "acc");
    private static final Set<String> CROSSENTROPY = Set.of("crossentropy", "ce");

    private Metrics() {}

    /**
     * The metric Keras calls by this name for an output. {@code "accuracy"}, {@code "acc"}, {@code "crossentropy"} and
     * {@code "ce"} mean the one that fits, see {@link #accuracyFor} and {@link #crossentropyFor}.
     *
     * @param loss loss of the output, {@code null} if it has none
     * @param yTrue shape of the targets, {@code null} if not known yet
     * @param yPred shape of the output
     * @return a metric whose {@link Metric#name} is the name given, for class names the metric's own
     * @throws IllegalArgumentException if the name is not known; the message says the nearest
     */
    public static Metric of(String name, Loss loss, Shape yTrue, Shape yPred) {
        if (ACCURACY.contains(name)) return named(name, accuracyFor(loss, yTrue, yPred));
        if (CROSSENTROPY.contains(name)) return named(name, crossentropyFor(loss, yTrue, yPred));
        return of(name);
    }

    /**
     * The metric Keras calls by this name. For {@code "accuracy"} and {@code "crossentropy"} the shapes alone decide;
     * where the loss is known, use {@link #of(String, Loss, Shape, Shape)}.
     *
     * @throws IllegalArgumentException if the name is not known; the message says the nearest
     */
    public static Metric of(String name) {
        if (FUNCTIONS.has(name)) return named(name, FUNCTIONS.of(name));
        if (CLASSES.has(name)) return CLASSES.of(name);
        if (ACCURACY.contains(name) || CROSSENTROPY.contains(name)) return new Fitting(name);
        if (name.equals("Accuracy")) return Accuracy.of();
        throw Names.unknown("metric", name, names());
    }

    /** Whether a name is known, those that depend on the output included. */
    public static boolean has(String name) {
        return names().contains(name);
    }

    /** All known names, those that depend on the output included. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(FUNCTIONS.names());
        names.addAll(CLASSES.names());
        names.addAll(ACCURACY);
        names.addAll(CROSSENTROPY);
        names.add("Accuracy");
        return names;
    }

    /**
     * What {@code "accuracy"} means for an output: binary accuracy if its last axis has length 1 or its loss is the
     * binary crossentropy; sparse categorical accuracy if the loss is the sparse crossentropy or the targets are class
     * numbers (one axis fewer, or a last axis of length 1); categorical accuracy otherwise.
     *
     * @param loss loss of the output, {@code null} if it has none
     * @param yTrue shape of the targets, {@code null} if not known yet
     * @param yPred shape of the output
     */
    public static Metric accuracyFor(Loss loss, Shape yTrue, Shape yPred) {
        if (yPred.dim(-1) == 1 || loss instanceof BinaryCrossentropy) return BinaryAccuracy.of();
        return isSparse(loss, yTrue, yPred) ? SparseCategoricalAccuracy.of() : CategoricalAccuracy.of();
    }

    /** What {@code "crossentropy"} means for an output, chosen as {@link #accuracyFor} chooses. */
    public static Metric crossentropyFor(Loss loss, Shape yTrue, Shape yPred) {
        if (yPred.dim(-1) == 1 || loss instanceof BinaryCrossentropy) return BinaryCrossentropy.of();
        return isSparse(loss, yTrue, yPred) ? SparseCategoricalCrossentropy.of() : CategoricalCrossentropy.of();
    }

    private static boolean isSparse(Loss loss, Shape yTrue, Shape yPred) {
        return loss instanceof SparseCategoricalCrossentropy
                || Losses.crossentropyFor(yTrue, yPred) instanceof SparseCategoricalCrossentropy;
    }

    private static Metric named(String name, Metric metric) {
        return name.equals(metric.name()) ? metric : Metric.of(name, metric);
    }
}
