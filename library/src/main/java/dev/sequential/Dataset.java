package dev.sequential;

import dev.sequential.data.Feed;
import dev.sequential.data.Sequence;
import dev.sequential.engine.Check;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;

/**
 * What a model is trained on, tested on or asked about: arrays in memory, or batches that code of yours makes.
 *
 * <pre>{@code
 * model.fit(Dataset.of(x, y));
 * model.fit(Dataset.of(List.of(text, image), label));              // in the order of the model's inputs
 * model.fit(Dataset.of(Map.of("text", text, "image", image), Map.of("label", label)));
 * model.fit(Dataset.sequence(files), f -> f.epochs(3).workers(2));
 * model.fit(Dataset.generator(() -> Batch.of(nextX(), nextY())), f -> f.stepsPerEpoch(100));
 * }</pre>
 */
public sealed interface Dataset permits Batch, Dataset.Batches {
    /** Batches that come one after another. */
    record Batches(Feed feed) implements Dataset {
        public Batches {
            Check.notNull(feed, "feed");
        }

        @Override
        public String toString() {
            return "Dataset of " + feed.kind();
        }
    }

    /** Inputs only, to predict. See {@link #of(Object, Object, Object)} for what may be given. */
    static Dataset of(Object x) {
        return Batch.of(x);
    }

    /** Inputs and targets. See {@link #of(Object, Object, Object)} for what may be given. */
    static Dataset of(Object x, Object y) {
        return Batch.of(x, y);
    }

    /**
     * Inputs, targets and how much each sample counts. Each is an array (an {@code INDArray}, a Java array of numbers of
     * rank 1 to 5 or nested lists of numbers), a list of arrays in the order of the model's inputs or outputs, or a map of
     * arrays by their names. Axis 0 is the sample. Arrays are never changed.
     *
     * @throws IllegalArgumentException if something else is given, or a Java array is ragged
     */
    static Dataset of(Object x, Object y, Object sampleWeight) {
        return Batch.of(x, y, sampleWeight);
    }

    /**
     * Batches from an iterator that is asked again and again, by one thread at a time; it should not end before training
     * does. A batch that was fetched ahead and not used when a call ends is lost.
     */
    static Dataset generator(Iterator<Batch> batches) {
        return new Batches(new Feed.Generator(Check.notNull(batches, "batches")));
    }

    /** Batches from an iterator made here and now; see {@link #generator(Iterator)}. */
    static Dataset generator(Iterable<Batch> batches) {
        return generator(Check.notNull(batches, "batches").iterator());
    }

    /** Batches from a stream; see {@link #generator(Iterator)}. */
    static Dataset generator(Stream<Batch> batches) {
        return generator(Check.notNull(batches, "batches").iterator());
    }

    /** Batches made by a function that is called for each; see {@link #generator(Iterator)}. It never ends. */
    static Dataset generator(Supplier<Batch> batches) {
        return generator(
                Stream.generate(Check.notNull(batches, "batches")).sequential().iterator());
    }

    /** Batches by their number, which several threads may ask for. */
    static Dataset sequence(Sequence sequence) {
        return new Batches(new Feed.Indexed(Check.notNull(sequence, "sequence")));
    }

    /** Batches of an ND4J iterator, which is reset after each pass. */
    static Dataset of(DataSetIterator batches) {
        return new Batches(Feed.Resettable.of(Check.notNull(batches, "batches")));
    }

    /** Batches of an ND4J iterator with several arrays, which is reset after each pass. */
    static Dataset of(MultiDataSetIterator batches) {
        return new Batches(Feed.Resettable.of(Check.notNull(batches, "batches")));
    }
}
