package dev.sequential.data;

import dev.sequential.Batch;
import dev.sequential.engine.Check;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The way through a feed, epoch by epoch. Only {@link #next} is called by other threads than the one of the call. */
sealed interface Course {
    /** Batches of the next epoch, if known. */
    OptionalInt length();

    /** Whether batches of the next epoch may be made while this one goes on. */
    boolean runsOn();

    /** The epoch of this number begins. */
    void begin(int epoch);

    /** How to make the next batch, or null after the last. Called by one thread at a time; what it returns by any. */
    Supplier<Batch> next();

    /** All batches of the epoch have been used. */
    void end();

    /** The way through a feed; {@code steps} if the user said how many batches an epoch has. */
    static Course of(Feed feed, OptionalInt steps, boolean shuffled, long seed) {
        if (feed instanceof Feed.Generator generator) return new Endless(generator);
        if (feed instanceof Feed.Indexed indexed) {
            Shuffle shuffle = shuffled && steps.isEmpty() ? Shuffle.ROWS : Shuffle.NONE;
            return new ByNumber(indexed, steps, shuffle, seed);
        }
        return new Again((Feed.Resettable) feed, steps.isPresent());
    }

    /** A generator. */
    record Endless(Feed.Generator feed) implements Course {
        @Override
        public OptionalInt length() {
            return OptionalInt.empty();
        }

        @Override
        public boolean runsOn() {
            return true;
        }

        @Override
        public void begin(int epoch) {}

        @Override
        public Supplier<Batch> next() {
            Batch batch =
                    Making.batch(() -> feed.batches().hasNext() ? feed.batches().next() : Making.NONE, feed);
            return batch == null ? null : () -> batch;
        }

        @Override
        public void end() {}
    }

    /** An ND4J iterator: until it ends, or again and again for as many batches as were asked for. */
    record Again(Feed.Resettable feed, boolean cycle) implements Course {
        @Override
        public OptionalInt length() {
            return OptionalInt.empty();
        }

        @Override
        public boolean runsOn() {
            return false;
        }

        @Override
        public void begin(int epoch) {
            if (!feed.hasNext().getAsBoolean()) feed.reset().run();
        }

        @Override
        public Supplier<Batch> next() {
            if (cycle) begin(0);
            if (!feed.hasNext().getAsBoolean()) return null;
            Batch batch = Making.batch(feed.next(), feed);
            return () -> batch;
        }

        @Override
        public void end() {
            if (!cycle) feed.reset().run();
        }
    }

    /** A sequence: all numbers once an epoch, or as many as were asked for from an endless cycle through them. */
    final class ByNumber implements Course {
        private final Feed.Indexed feed;
        private final Sequence sequence;
        private final OptionalInt steps;
        private final Shuffle shuffle;
        private final long seed;
        private int[] order = {};
        private int at;
        private int end;

        ByNumber(Feed.Indexed feed, OptionalInt steps, Shuffle shuffle, long seed) {
            this.feed = feed;
            this.sequence = feed.sequence();
            this.steps = steps;
            this.shuffle = shuffle;
            this.seed = seed;
        }

        @Override
        public OptionalInt length() {
            return OptionalInt.of(sequence.length());
        }

        @Override
        public boolean runsOn() {
            return false;
        }

        @Override
        public void begin(int epoch) {
            sequence.onEpochBegin();
            int length = sequence.length();
            Check.that(length > 0, "The Sequence has no batches: its length() is %d", length);
            if (length != order.length) {
                order = new int[length];
                at = 0;
            }
            shuffle.next(order, 1, new SplittableRandom(Shuffle.seed(seed, epoch)));
            at = steps.isEmpty() ? 0 : at % length;
            end = at + steps.orElse(length);
        }

        @Override
        public Supplier<Batch> next() {
            if (at == end) return null;
            int index = order[at++ % order.length];
            return () -> Making.batch(() -> sequence.get(index), feed);
        }

        @Override
        public void end() {
            sequence.onEpochEnd();
        }
    }
}
