package dev.sequential.training;

import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.data.ArrayStream;
import dev.sequential.data.BatchStream;
import dev.sequential.data.Feed;
import dev.sequential.data.FeedStream;
import dev.sequential.data.Queueing;
import dev.sequential.data.Samples;
import dev.sequential.engine.Check;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Makes batches of what a user gives: arrays are cut, the batches of a generator or sequence are taken as they come. */
final class Streams {
    /** Rows of a batch where nobody says. */
    static final int BATCH = 32;

    private Streams() {}

    /** Batches in order, to test on or to predict. */
    static BatchStream inOrder(
            FixedBatch fixed,
            Dataset data,
            OptionalInt batchSize,
            OptionalInt steps,
            Queueing queueing,
            Function<Batch, Samples> check) {
        Check.notNull(data, "data");
        if (data instanceof Batch batch) {
            Samples samples = check.apply(batch);
            int size = fixed.size(batchSize, "batchSize").orElse(BATCH);
            fixed.checkWhole(samples.count(), "x");
            return ArrayStream.inOrder(samples, size, steps);
        }
        Feed feed = ((Dataset.Batches) data).feed();
        refuse(batchSize.isPresent(), "batchSize", feed);
        FeedStream stream = feed(feed, "steps", steps, false, 0, queueing, check);
        prime(stream, 0);
        return stream;
    }

    /** The batches of a feed. */
    static FeedStream feed(
            Feed feed,
            String argument,
            OptionalInt steps,
            boolean shuffled,
            long seed,
            Queueing queueing,
            Function<Batch, Samples> check) {
        Check.that(
                steps.isPresent() || !(feed instanceof Feed.Generator),
                "%s is missing: a generator has no end, so say how many batches to take",
                argument);
        return new FeedStream(feed, steps, shuffled, seed, queueing, check);
    }

    /** Takes the first batch; if that fails no thread is left behind. */
    static void prime(FeedStream stream, int epoch) {
        try {
            stream.prime(epoch);
        } catch (RuntimeException | Error e) {
            stream.close();
            throw e;
        }
    }

    /** Refuses an option that is for arrays. */
    static void refuse(boolean given, String argument, Feed feed) {
        Check.that(
                !given,
                "%s is for arrays; it has no meaning for %s, whose batches are as they come",
                argument,
                feed.kind());
    }

    /** Refuses sample weights beside batches that bring their own. */
    static void refuseWeights(Dataset data, boolean given) {
        if (data instanceof Dataset.Batches batches) refuse(given, "sampleWeight", batches.feed());
    }

    /** What to say of options that have no effect. */
    static Optional<String> warning(Dataset data, Queueing queueing) {
        boolean generator = data instanceof Dataset.Batches batches && batches.feed() instanceof Feed.Generator;
        if (!generator || !queueing.useMultiprocessing() || queueing.workers() < 2) return Optional.empty();
        return Optional.of("useMultiprocessing has no effect: " + queueing.workers() + " threads take turns at the"
                + " generator, so its batches are not made at the same time. A Sequence's are.");
    }

    /** What to say of a stream that had fewer batches than were asked for. */
    static Optional<String> shortage(BatchStream stream, int done) {
        if (!stream.ranOut()) return Optional.empty();
        return Optional.of("The generator ran out of data after " + done + " of "
                + stream.steps().orElseThrow() + " batches");
    }
}
