package dev.sequential.saving;

import dev.sequential.constraints.*;
import dev.sequential.initializers.*;
import dev.sequential.losses.*;
import dev.sequential.metrics.*;
import dev.sequential.optimizers.*;
import dev.sequential.regularizers.*;
import dev.sequential.saving.KerasConfig.Entry;
import dev.sequential.schedules.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The records this library shares with Keras, one line each: a prototype, and what a file must say. */
final class StandardTypes {
    private final List<Entry> entries = new ArrayList<>();

    private StandardTypes() {}

    static List<Entry> all() {
        StandardTypes types = new StandardTypes();
        types.entries.addAll(StandardLayers.all());
        types.addInitializers();
        types.addPenaltiesAndConstraints();
        types.addMetrics();
        types.addLosses();
        types.addOptimizers();
        types.addSchedules();
        return types.entries;
    }

    private void add(Record prototype, String... required) {
        addAs(prototype.getClass().getSimpleName(), prototype, required);
    }

    private void addAs(String className, Record prototype, String... required) {
        entries.add(new Entry(className, prototype, Set.of(required)));
    }

    private void addInitializers() {
        add(Zeros.of());
        add(Ones.of());
        add(Constant.of(0));
        add(dev.sequential.initializers.Identity.of());
        addAs("IdentityInitializer", dev.sequential.initializers.Identity.of());
        add(RandomNormal.of());
        add(RandomUniform.of());
        add(TruncatedNormal.of());
        add(VarianceScaling.of());
        add(GlorotUniform.of());
        add(GlorotNormal.of());
        add(HeUniform.of());
        add(HeNormal.of());
        add(LecunUniform.of());
        add(LecunNormal.of());
        add(Orthogonal.of());
        addAs("OrthogonalInitializer", Orthogonal.of());
        add(STFT.of());
    }

    private void addPenaltiesAndConstraints() {
        add(L1.of());
        add(L2.of());
        add(L1L2.of(0, 0));
        add(OrthogonalRegularizer.of());
        add(MaxNorm.of());
        add(NonNeg.of());
        add(UnitNorm.of());
        add(MinMaxNorm.of());
    }

    private void addLosses() {
        add(MeanSquaredError.of());
        add(MeanAbsoluteError.of());
        add(MeanAbsolutePercentageError.of());
        add(MeanSquaredLogarithmicError.of());
        add(dev.sequential.losses.CosineSimilarity.of());
        add(Huber.of());
        add(LogCosh.of());
        add(Hinge.of());
        add(SquaredHinge.of());
        add(CategoricalHinge.of());
        add(KLDivergence.of());
        add(Poisson.of());
        add(BinaryCrossentropy.of());
        add(CategoricalCrossentropy.of());
        add(SparseCategoricalCrossentropy.of());
        add(BinaryFocalCrossentropy.of());
        add(CategoricalFocalCrossentropy.of());
        add(CategoricalGeneralizedCrossEntropy.of());
        add(Dice.of());
        add(Tversky.of());
        add(Circle.of());
        add(CTC.of());
    }

    private void addMetrics() {
        add(Mean.of());
        add(Sum.of());
        add(MeanMetricWrapper.of(MeanSquaredError.of()), "fn");
        add(Accuracy.of());
        add(BinaryAccuracy.of());
        add(CategoricalAccuracy.of());
        add(SparseCategoricalAccuracy.of());
        add(TopKCategoricalAccuracy.of());
        add(SparseTopKCategoricalAccuracy.of());
        add(RootMeanSquaredError.of());
        add(LogCoshError.of());
        add(dev.sequential.metrics.CosineSimilarity.of());
        add(TruePositives.of());
        add(FalsePositives.of());
        add(TrueNegatives.of());
        add(FalseNegatives.of());
        add(Precision.of());
        add(Recall.of());
        add(AUC.of());
        add(SensitivityAtSpecificity.of(0), "specificity");
        add(SpecificityAtSensitivity.of(0), "sensitivity");
        add(PrecisionAtRecall.of(0), "recall");
        add(RecallAtPrecision.of(0), "precision");
        add(F1Score.of());
        add(FBetaScore.of());
        add(R2Score.of());
        add(IoU.of(2, List.of(0)), "num_classes", "target_class_ids");
        add(MeanIoU.of(2), "num_classes");
        add(BinaryIoU.of());
        add(OneHotIoU.of(2, List.of(0)), "num_classes", "target_class_ids");
        add(OneHotMeanIoU.of(2), "num_classes");
        add(PearsonCorrelation.of());
        add(ConcordanceCorrelation.of());
    }

    private void addOptimizers() {
        add(SGD.of());
        add(RMSprop.of());
        add(Adam.of());
        add(AdamW.of());
        add(Adamax.of());
        add(Nadam.of());
        add(Adagrad.of());
        add(Adadelta.of());
        add(Adafactor.of());
        add(Ftrl.of());
        add(Lion.of());
        add(Lamb.of());
        add(ScheduleFreeAdamW.of());
    }

    private void addSchedules() {
        add(ExponentialDecay.of(0, 1, 1), "initial_learning_rate", "decay_steps", "decay_rate");
        add(InverseTimeDecay.of(0, 1, 1), "initial_learning_rate", "decay_steps", "decay_rate");
        add(PolynomialDecay.of(0, 1), "initial_learning_rate", "decay_steps");
        add(CosineDecay.of(0, 1), "initial_learning_rate", "decay_steps");
        add(CosineDecayRestarts.of(0, 1), "initial_learning_rate", "first_decay_steps");
        add(PiecewiseConstantDecay.of(List.of(), List.of(0.0)), "boundaries", "values");
    }
}
