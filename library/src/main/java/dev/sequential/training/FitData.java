package dev.sequential.training;

import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.Fit;
import dev.sequential.data.ArrayStream;
import dev.sequential.data.BatchStream;
import dev.sequential.data.Feed;
import dev.sequential.data.FeedStream;
import dev.sequential.data.Samples;
import dev.sequential.data.Shuffle;
import dev.sequential.engine.Check;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * What {@code fit} trains on and what it measures on.
 *
 * @param train batches with sample weights and class weights
 * @param test batches with sample weights only; class weights are for training
 * @param samples rows to train on, if they are arrays
 * @param testSamples rows to measure on, if they are arrays
 */
record FitData(BatchStream train, Optional<BatchStream> test, OptionalInt samples, OptionalInt testSamples)
        implements AutoCloseable {

    /** Validation data as given; else the last rows, split off before anything is shuffled; else none. */
    static FitData of(Preparation preparation, Dataset data, Fit fit, LongSupplier seeds) {
        Check.notNull(data, "data");
        return data instanceof Batch batch
                ? ofArrays(preparation, batch, fit, seeds)
                : ofFeed(preparation, ((Dataset.Batches) data).feed(), fit, seeds);
    }

    private static FitData ofArrays(Preparation preparation, Batch batch, Fit fit, LongSupplier seeds) {
        Samples plain = preparation.samples(batch, fit.sampleWeight());
        Samples all = preparation.weighted(plain, batch, fit.classWeight());
        FixedBatch fixed = preparation.fixedBatch();
        if (fit.validationData().isPresent() || fit.validationSplit() == 0) {
            Optional<BatchStream> test = given(preparation, fit);
            return new FitData(train(fixed, all, fit, seeds), test, OptionalInt.of(all.count()), count(test));
        }
        int count = all.count();
        int at = (int) (count * (1.0 - fit.validationSplit()));
        Check.that(
                at > 0 && at < count,
                "validationSplit %s leaves %d of %d rows to train on and %d to measure on; both need some",
                fit.validationSplit(),
                at,
                count,
                count - at);
        BatchStream test = test(fixed, plain.slice(at, count), fit);
        BatchStream train = train(fixed, all.slice(0, at), fit, seeds);
        return new FitData(train, Optional.of(test), OptionalInt.of(at), OptionalInt.of(count - at));
    }

    private static FitData ofFeed(Preparation preparation, Feed feed, Fit fit, LongSupplier seeds) {
        Streams.refuse(fit.batchSize().isPresent(), "batchSize", feed);
        Streams.refuse(fit.validationSplit() > 0, "validationSplit", feed);
        Streams.refuse(fit.sampleWeight().isPresent(), "sampleWeight", feed);
        FeedStream train = Streams.feed(
                feed,
                "stepsPerEpoch",
                fit.stepsPerEpoch(),
                fit.shuffle() != Shuffle.NONE,
                seeds.getAsLong(),
                fit.queueing(),
                batch -> preparation.weighted(preparation.samples(batch, Optional.empty()), batch, fit.classWeight()));
        Streams.prime(train, fit.initialEpoch());
        try {
            Optional<BatchStream> test = given(preparation, fit);
            return new FitData(train, test, OptionalInt.empty(), count(test));
        } catch (RuntimeException e) {
            train.close();
            throw e;
        }
    }

    /** The batches to train on. */
    private static BatchStream train(FixedBatch fixed, Samples samples, Fit fit, LongSupplier seeds) {
        long seed = seeds.getAsLong(); // in any case, so that what follows is as random with and without stepsPerEpoch
        OptionalInt batch = fixed.size(fit.batchSize(), "batchSize");
        fixed.checkWhole(samples.count(), "what is trained on");
        if (fit.stepsPerEpoch().isEmpty()) {
            return ArrayStream.shuffled(samples, batch.orElse(Streams.BATCH), fit.shuffle(), seed);
        }
        int steps = fit.stepsPerEpoch().getAsInt();
        return ArrayStream.cycle(samples, batch.orElse((samples.count() + steps - 1) / steps), steps);
    }

    private static BatchStream test(FixedBatch fixed, Samples samples, Fit fit) {
        OptionalInt given = fit.validationBatchSize().isPresent() ? fit.validationBatchSize() : fit.batchSize();
        int batch = fixed.size(given, "validationBatchSize").orElse(Streams.BATCH);
        fixed.checkWhole(samples.count(), "what is measured on");
        return ArrayStream.inOrder(samples, batch, fit.validationSteps());
    }

    /** The batches of the validation data. */
    private static Optional<BatchStream> given(Preparation preparation, Fit fit) {
        if (fit.validationData().isEmpty()) return Optional.empty();
        if (fit.validationData().get() instanceof Dataset.Batches batches) {
            return Optional.of(Streams.feed(
                    batches.feed(),
                    "validationSteps",
                    fit.validationSteps(),
                    false,
                    0,
                    fit.queueing(),
                    batch -> validation(preparation, batch)));
        }
        Batch batch = (Batch) fit.validationData().get();
        return Optional.of(test(preparation.fixedBatch(), validation(preparation, batch), fit));
    }

    private static Samples validation(Preparation preparation, Batch batch) {
        try {
            return preparation.samples(batch, Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("validationData: " + e.getMessage(), e);
        }
    }

    private static OptionalInt count(Optional<BatchStream> stream) {
        return stream.isPresent() && stream.get().rows().isPresent()
                ? OptionalInt.of(Math.toIntExact(stream.get().rows().getAsLong()))
                : OptionalInt.empty();
    }

    /** What callbacks and history are told of the call; what is not known is null. */
    Map<String, Object> params(Fit fit, List<String> names) {
        List<String> metrics = new ArrayList<>(names);
        if (test.isPresent()) names.forEach(name -> metrics.add("val_" + name));
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("epochs", fit.epochs());
        params.putAll(params(train, fit.verbose(), names));
        samples.ifPresent(count -> params.put("samples", count));
        params.remove("metrics");
        params.put("do_validation", test.isPresent());
        params.put("metrics", metrics);
        return params;
    }

    /** What callbacks are told of any call. */
    static Map<String, Object> params(BatchStream stream, int verbose, List<String> names) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("steps", stream.steps().isPresent() ? stream.steps().getAsInt() : null);
        params.put(
                "batch_size",
                stream.batchSize().isPresent() ? stream.batchSize().getAsInt() : null);
        if (stream.rows().isPresent()) params.put("samples", stream.rows().getAsLong());
        params.put("verbose", verbose);
        params.put("metrics", names);
        return params;
    }

    @Override
    public void close() {
        train.close();
        test.ifPresent(BatchStream::close);
    }
}
