package dev.sequential;

import dev.sequential.data.Each;
import dev.sequential.data.Shuffle;
import dev.sequential.engine.Check;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The options of {@code fit}: {@code model.fit(x, y, f -> f.epochs(5).batchSize(128).validationSplit(0.1))}. */
public final class FitBuilder extends PassBuilder<FitBuilder> implements SampleWeighted<FitBuilder> {
    private int epochs = 1;
    private int initialEpoch;
    private Shuffle shuffle = Shuffle.ROWS;
    private OptionalInt stepsPerEpoch = OptionalInt.empty();
    private Optional<Each<INDArray>> sampleWeight = Optional.empty();
    private Optional<Each<Map<Integer, Double>>> classWeight = Optional.empty();
    private double validationSplit;
    private Optional<Dataset> validationData = Optional.empty();
    private OptionalInt validationBatchSize = OptionalInt.empty();
    private OptionalInt validationSteps = OptionalInt.empty();
    private int validationFreq = 1;
    private Optional<Set<Integer>> validationEpochs = Optional.empty();

    private final List<String> warnings = new ArrayList<>();

    FitBuilder() {
        super(1);
    }

    /** Number of the last epoch, which is how often all rows are gone through unless {@link #initialEpoch} is set. Default 1. */
    public FitBuilder epochs(int epochs) {
        this.epochs = epochs;
        return this;
    }

    /** Epochs that an earlier call has done: numbers go on from here. Default 0. */
    public FitBuilder initialEpoch(int initialEpoch) {
        this.initialEpoch = initialEpoch;
        return this;
    }

    /**
     * Whether rows of arrays, or batches of a Sequence, come in a new random order in each epoch. Default true; never for
     * validation, a generator or where {@link #stepsPerEpoch} is set.
     */
    public FitBuilder shuffle(boolean shuffle) {
        return shuffle(shuffle ? Shuffle.ROWS : Shuffle.NONE);
    }

    /** Keras's {@code "batch"}: whole batches come in a new random order, the rows inside as given. */
    public FitBuilder shuffle(String shuffle) {
        Check.that("batch".equals(shuffle), "shuffle must be true, false or \"batch\", but received \"%s\"", shuffle);
        return shuffle(Shuffle.BATCHES);
    }

    /** The order of the rows in each epoch. */
    public FitBuilder shuffle(Shuffle shuffle) {
        this.shuffle = shuffle;
        return this;
    }

    /** Batches in an epoch, which a generator needs. Rows of arrays and batches of a Sequence then come as given, again and again, each epoch going on where the last one stopped. */
    public FitBuilder stepsPerEpoch(int stepsPerEpoch) {
        this.stepsPerEpoch = OptionalInt.of(stepsPerEpoch);
        return this;
    }

    @Override
    public FitBuilder sampleWeight(Each<INDArray> sampleWeight) {
        this.sampleWeight = Optional.of(Check.notNull(sampleWeight, "sampleWeight"));
        return this;
    }

    /** How much the samples of each class count in training; every class that occurs has a weight, by which sample weights are multiplied. Default 1 each. */
    public FitBuilder classWeight(Map<Integer, ? extends Number> classWeight) {
        this.classWeight = Optional.of(new Each.All<>(ClassWeights.of(classWeight)));
        return this;
    }

    /** Class weights for each output in order; {@code null} is 1 each. */
    public FitBuilder classWeight(List<? extends Map<Integer, ? extends Number>> classWeight) {
        this.classWeight = Optional.of(ClassWeights.of(classWeight));
        return this;
    }

    /** Class weights of one output; call it again for others. */
    public FitBuilder classWeight(String output, Map<Integer, ? extends Number> classWeight) {
        this.classWeight = Optional.of(ClassWeights.with(this.classWeight, output, classWeight));
        return this;
    }

    /** Share of the rows, taken from the end before shuffling, to measure on after each epoch and not to train on. Default 0. */
    public FitBuilder validationSplit(double validationSplit) {
        this.validationSplit = validationSplit;
        return this;
    }

    /** What to measure on after each epoch; {@link #validationSplit} then has no effect. */
    public FitBuilder validationData(Object x, Object y) {
        return validationData(Dataset.of(x, y));
    }

    /** What to measure on after each epoch, and how much each of its samples counts. */
    public FitBuilder validationData(Object x, Object y, Object sampleWeight) {
        return validationData(Dataset.of(x, y, sampleWeight));
    }

    /** What to measure on after each epoch. */
    public FitBuilder validationData(Dataset validationData) {
        this.validationData = Optional.of(Check.notNull(validationData, "validationData"));
        return this;
    }

    /** Rows in a batch of validation. Default {@link #batchSize}, or 32. */
    public FitBuilder validationBatchSize(int validationBatchSize) {
        this.validationBatchSize = OptionalInt.of(validationBatchSize);
        return this;
    }

    /** Only so many batches of validation. Default all; needed for a generator. */
    public FitBuilder validationSteps(int validationSteps) {
        this.validationSteps = OptionalInt.of(validationSteps);
        return this;
    }

    /** Validation only after every so many epochs. Default 1. */
    public FitBuilder validationFreq(int validationFreq) {
        this.validationFreq = validationFreq;
        this.validationEpochs = Optional.empty();
        return this;
    }

    /** Validation only after the epochs of these numbers, the first being 1. */
    public FitBuilder validationFreq(Collection<Integer> epochs) {
        this.validationEpochs = Optional.of(new LinkedHashSet<>(Check.notNull(epochs, "validationFreq")));
        return this;
    }

    /**
     * Options by the names that older versions of Keras took: {@code nb_epoch}, which is {@code epochs} and gives a warning.
     *
     * @throws IllegalArgumentException for any other name
     */
    public FitBuilder options(Map<String, ?> options) {
        for (Map.Entry<String, ?> option : Check.notNull(options, "options").entrySet()) {
            Check.that(
                    option.getKey().equals("nb_epoch") && option.getValue() instanceof Integer,
                    "Unknown option \"%s\" of fit with value %s; the only one by name is nb_epoch, an int",
                    option.getKey(),
                    option.getValue());
            epochs((Integer) option.getValue());
            warnings.add("nb_epoch is the old name of epochs");
        }
        return this;
    }

    @Override
    FitBuilder self() {
        return this;
    }

    /** The options so far. */
    public Fit build() {
        return new Fit(
                epochs,
                initialEpoch,
                batchSize,
                verbose,
                callbacks,
                shuffle,
                stepsPerEpoch,
                sampleWeight,
                classWeight,
                validationSplit,
                validationData,
                validationBatchSize,
                validationSteps,
                validationFreq,
                validationEpochs,
                queueing(),
                warnings);
    }
}
