package dev.sequential.training;

import dev.sequential.Dataset;
import dev.sequential.Fit;
import dev.sequential.data.ArrayStream;
import dev.sequential.data.BatchStream;
import dev.sequential.data.Samples;
import dev.sequential.engine.Check;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code fit} trains on and what it measures on.
 *
 * @param train with sample weights and class weights
 * @param test with sample weights only; class weights are for training
 */
record FitData(Samples train, Optional<Samples> test) {
    /** Rows of a batch where nobody says. */
    static final int BATCH = 32;

    /** Validation data as given; else the last rows, split off before anything is shuffled; else none. */
    static FitData of(Preparation preparation, Dataset data, Fit fit) {
        Samples plain = preparation.samples(data, fit.sampleWeight());
        Samples all = preparation.weighted(plain, data, fit.classWeight());
        if (fit.validationData().isPresent()) {
            Samples test = preparation.samples(fit.validationData().get(), Optional.empty());
            return new FitData(all, Optional.of(test));
        }
        if (fit.validationSplit() == 0) return new FitData(all, Optional.empty());
        int count = all.count();
        int at = (int) (count * (1.0 - fit.validationSplit()));
        Check.that(
                at > 0 && at < count,
                "validationSplit %s leaves %d of %d rows to train on and %d to measure on; both need some",
                fit.validationSplit(),
                at,
                count,
                count - at);
        return new FitData(all.slice(0, at), Optional.of(plain.slice(at, count)));
    }

    /** The batches to train on. */
    BatchStream train(Fit fit, long seed) {
        if (fit.stepsPerEpoch().isEmpty()) {
            return ArrayStream.shuffled(train, fit.batchSize().orElse(BATCH), fit.shuffle(), seed);
        }
        int steps = fit.stepsPerEpoch().getAsInt();
        return ArrayStream.cycle(train, fit.batchSize().orElse((train.count() + steps - 1) / steps), steps);
    }

    /** The batches to measure on. */
    Optional<BatchStream> test(Fit fit) {
        int batch = fit.validationBatchSize().orElse(fit.batchSize().orElse(BATCH));
        return test.map(samples -> ArrayStream.inOrder(samples, batch, fit.validationSteps()));
    }

    /** What callbacks and history are told of the call. */
    Map<String, Object> params(Fit fit, BatchStream batches, List<String> names) {
        List<String> metrics = new ArrayList<>(names);
        if (test.isPresent()) names.forEach(name -> metrics.add("val_" + name));
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("epochs", fit.epochs());
        params.put("steps", batches.steps());
        params.put("batch_size", batches.batchSize());
        params.put("samples", train.count());
        params.put("verbose", fit.verbose());
        params.put("do_validation", test.isPresent());
        params.put("metrics", metrics);
        return params;
    }
}
