package dev.sequential;

import dev.sequential.callbacks.Callback;
import dev.sequential.data.Each;
import dev.sequential.data.Shuffle;
import dev.sequential.engine.Check;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The options of {@code fit}: {@code model.fit(x, y, f -> f.epochs(5).batchSize(128).validationSplit(0.1))}. */
public final class FitBuilder {
    private int epochs = 1;
    private int initialEpoch;
    private OptionalInt batchSize = OptionalInt.empty();
    private int verbose = 1;
    private List<Callback> callbacks = List.of();
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

    FitBuilder() {}

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

    /** Rows in a batch; the last batch may be smaller. Default 32, or what {@link #stepsPerEpoch} makes necessary. */
    public FitBuilder batchSize(int batchSize) {
        this.batchSize = OptionalInt.of(batchSize);
        return this;
    }

    /** 0 is silent, 1 (default) shows a bar for each epoch, 2 a line for each epoch. */
    public FitBuilder verbose(int verbose) {
        this.verbose = verbose;
        return this;
    }

    /** What is told of each epoch and batch, in this order. Default none. */
    public FitBuilder callbacks(Callback... callbacks) {
        return callbacks(Arrays.asList(callbacks));
    }

    /** What is told of each epoch and batch, in this order. Default none. */
    public FitBuilder callbacks(List<? extends Callback> callbacks) {
        this.callbacks = List.copyOf(callbacks);
        return this;
    }

    /** Whether the rows come in a new random order in each epoch. Default true; never for validation. */
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

    /** Batches in an epoch; rows then come as given, again and again, each epoch going on where the last one stopped. */
    public FitBuilder stepsPerEpoch(int stepsPerEpoch) {
        this.stepsPerEpoch = OptionalInt.of(stepsPerEpoch);
        return this;
    }

    /** How much each sample counts in the loss and the weighted metrics: {@code (samples,)}. Default 1 each. */
    public FitBuilder sampleWeight(INDArray sampleWeight) {
        this.sampleWeight = Optional.of(new Each.All<>(sampleWeight));
        return this;
    }

    /** Sample weights for each output in order; {@code null} is 1 each. */
    public FitBuilder sampleWeight(List<INDArray> sampleWeight) {
        this.sampleWeight = Optional.of(new Each.Ordered<>(sampleWeight));
        return this;
    }

    /** Sample weights by the names of outputs; 1 each where none are given. */
    public FitBuilder sampleWeight(Map<String, INDArray> sampleWeight) {
        this.sampleWeight = Optional.of(new Each.Named<>(sampleWeight));
        return this;
    }

    /** How much the samples of each class count in training; multiplies the sample weights. Default 1 each. */
    public FitBuilder classWeight(Map<Integer, ? extends Number> classWeight) {
        this.classWeight = Optional.of(new Each.All<>(ClassWeights.of(classWeight)));
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
    public FitBuilder validationData(INDArray x, INDArray y) {
        return validationData(Dataset.of(x, y));
    }

    /** What to measure on after each epoch, and how much each of its samples counts. */
    public FitBuilder validationData(INDArray x, INDArray y, INDArray sampleWeight) {
        return validationData(Dataset.of(x, y, sampleWeight));
    }

    /** What to measure on after each epoch. */
    public FitBuilder validationData(Dataset validationData) {
        this.validationData = Optional.of(validationData);
        return this;
    }

    /** Rows in a batch of validation. Default {@link #batchSize}, or 32. */
    public FitBuilder validationBatchSize(int validationBatchSize) {
        this.validationBatchSize = OptionalInt.of(validationBatchSize);
        return this;
    }

    /** Only so many batches of validation. Default all. */
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
        this.validationEpochs = Optional.of(new LinkedHashSet<>(epochs));
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
                validationEpochs);
    }
}
