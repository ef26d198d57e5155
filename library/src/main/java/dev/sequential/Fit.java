package dev.sequential;

import dev.sequential.callbacks.Callback;
import dev.sequential.data.Each;
import dev.sequential.data.Queueing;
import dev.sequential.data.Shuffle;
import dev.sequential.engine.Check;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How to train; {@link FitBuilder} sets it in {@code model.fit(x, y, f -> f.epochs(5).batchSize(128))} and tells the
 * defaults.
 *
 * @param epochs number of the last epoch
 * @param initialEpoch number of epochs that count as done
 * @param batchSize rows in a batch
 * @param verbose 0 silent, 1 a bar, 2 a line an epoch
 * @param callbacks told of every step, in this order
 * @param shuffle order of the rows
 * @param stepsPerEpoch batches in an epoch
 * @param sampleWeight how much each sample counts
 * @param classWeight how much the samples of each class count in training
 * @param validationSplit share of the rows, from the end, that is not trained on but measured
 * @param validationData what is measured after epochs instead
 * @param validationBatchSize rows in a batch of validation
 * @param validationSteps at most so many batches of validation
 * @param validationFreq validation after every so many epochs
 * @param validationEpochs validation after the epochs of these numbers, the first being 1; overrides the frequency
 * @param queueing how batches of a generator or Sequence are made ahead
 * @param warnings what the user should know of these options
 */
public record Fit(
        int epochs,
        int initialEpoch,
        OptionalInt batchSize,
        int verbose,
        List<Callback> callbacks,
        Shuffle shuffle,
        OptionalInt stepsPerEpoch,
        Optional<Each<INDArray>> sampleWeight,
        Optional<Each<Map<Integer, Double>>> classWeight,
        double validationSplit,
        Optional<Dataset> validationData,
        OptionalInt validationBatchSize,
        OptionalInt validationSteps,
        int validationFreq,
        Optional<Set<Integer>> validationEpochs,
        Queueing queueing,
        List<String> warnings) {
    public Fit {
        Check.atLeast(0, initialEpoch, "initialEpoch");
        Options.atLeastOne(batchSize, "batchSize");
        Options.verbose(verbose);
        callbacks = Options.callbacks(callbacks);
        Check.notNull(shuffle, "shuffle");
        Options.atLeastOne(stepsPerEpoch, "stepsPerEpoch");
        Check.that(
                validationSplit >= 0 && validationSplit < 1,
                "validationSplit must be 0 or more and less than 1, but received %s",
                validationSplit);
        Options.atLeastOne(validationBatchSize, "validationBatchSize");
        Options.atLeastOne(validationSteps, "validationSteps");
        Check.atLeast(1, validationFreq, "validationFreq");
        validationEpochs = validationEpochs.map(Set::copyOf);
        Check.notNull(queueing, "queueing");
        warnings = List.copyOf(warnings);
    }

    /** The options that {@code options} sets, over the defaults. */
    public static Fit of(Consumer<FitBuilder> options) {
        FitBuilder builder = new FitBuilder();
        Check.notNull(options, "options").accept(builder);
        return builder.build();
    }

    /** Whether validation follows the epoch of this number, the first being 1. */
    public boolean validatesAfter(int epoch) {
        return validationEpochs.map(e -> e.contains(epoch)).orElse(epoch % validationFreq == 0);
    }
}
