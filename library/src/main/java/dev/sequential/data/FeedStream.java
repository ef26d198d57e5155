package dev.sequential.data;

import dev.sequential.Batch;
import dev.sequential.engine.Check;
import dev.sequential.engine.Memory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Batches of a generator, a sequence or an iterator, made ahead by other threads unless there are no workers. */
public final class FeedStream implements BatchStream {
    private final Feed feed;
    private final Course course;
    private final OptionalInt steps;
    private final Queueing queueing;
    private final Function<Batch, Samples> check;
    private Prefetch prefetch;
    private Samples primed;
    private Samples current;
    private int[] order = {};
    private int done;
    private boolean ranOut;

    /**
     * A stream of this feed.
     *
     * @param steps batches an epoch; if not given, what the feed has
     * @param shuffled whether batches that have numbers come in a new order each epoch, which {@code seed} fixes
     * @param check refuses what does not fit the model
     */
    public FeedStream(
            Feed feed,
            OptionalInt steps,
            boolean shuffled,
            long seed,
            Queueing queueing,
            Function<Batch, Samples> check) {
        this.feed = feed;
        this.course = Course.of(feed, steps, shuffled, seed);
        this.steps = steps;
        this.queueing = queueing;
        this.check = check;
    }

    /** Takes the first batch of the epoch of this number, the first, now, so that a model can be built for it; a feed without one is refused. */
    public void prime(int epoch) {
        start(epoch);
        primed = fetch();
        Check.that(primed != null || Thread.currentThread().isInterrupted(), "%s has no batches", feed.subject());
    }

    @Override
    public OptionalInt steps() {
        return steps.isPresent() ? steps : course.length();
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.empty();
    }

    @Override
    public OptionalInt batchSize() {
        return OptionalInt.empty();
    }

    @Override
    public void begin(int epoch) {
        if (primed == null) start(epoch);
    }

    private void start(int epoch) {
        done = 0;
        ranOut = false;
        if (prefetch != null) return;
        course.begin(epoch);
        if (queueing.workers() > 0) prefetch = new Prefetch(course, queueing);
    }

    @Override
    public Optional<BatchShapes> next() {
        if (steps.isPresent() && done == steps.getAsInt()) {
            end();
            return Optional.empty();
        }
        current = primed == null ? fetch() : primed;
        primed = null;
        if (current == null) {
            ranOut = steps.isPresent() && !Thread.currentThread().isInterrupted();
            if (!ranOut) end();
            return Optional.empty();
        }
        done++;
        return Optional.of(current.shapes(current.count()));
    }

    /** The epoch is complete. */
    private void end() {
        if (Thread.currentThread().isInterrupted()) return;
        if (!course.runsOn()) close();
        course.end();
    }

    /** The next batch, or null if there is none or the thread was interrupted. */
    private Samples fetch() {
        if (prefetch == null) {
            Supplier<Batch> next = course.next();
            return next == null ? null : checked(next.get());
        }
        try {
            Batch batch = prefetch.take();
            return batch == null ? null : checked(batch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Samples checked(Batch batch) {
        try {
            return check.apply(batch);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Batch " + (done + 1) + " of " + feed.kind() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void fill(List<Memory> inputs, List<Memory> targets, List<Memory> weights) {
        if (order.length < current.count()) {
            order = IntStream.range(0, current.count()).toArray();
        }
        current.gather(order, 0, current.count(), inputs, targets, weights);
    }

    @Override
    public boolean ranOut() {
        return ranOut;
    }

    @Override
    public void close() {
        if (prefetch != null) prefetch.close();
        prefetch = null;
    }
}
