package dev.sequential.data;

import dev.sequential.Batch;
import dev.sequential.engine.Check;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;

/** Where batches come from that are not cut from arrays. */
public sealed interface Feed {
    /** What it is, for messages. */
    String kind();

    /** What it is, at the beginning of a sentence. */
    default String subject() {
        return Character.toUpperCase(kind().charAt(0)) + kind().substring(1);
    }

    /** Batches one after another, without a known end. */
    record Generator(Iterator<Batch> batches) implements Feed {
        @Override
        public String kind() {
            return "a generator";
        }
    }

    /** Batches by number. */
    record Indexed(Sequence sequence) implements Feed {
        @Override
        public String kind() {
            return "a Sequence";
        }
    }

    /** Batches one after another as often as one begins again. */
    record Resettable(BooleanSupplier hasNext, Supplier<Batch> next, Runnable reset) implements Feed {
        @Override
        public String kind() {
            return "a DataSetIterator";
        }

        /** ND4J's iterator. A label mask of one number a sample is the sample's weight; others are refused. */
        public static Resettable of(DataSetIterator batches) {
            return new Resettable(batches::hasNext, () -> batch(batches.next()), batches::reset);
        }

        /** ND4J's iterator of several arrays. */
        public static Resettable of(MultiDataSetIterator batches) {
            return new Resettable(batches::hasNext, () -> batch(batches.next()), batches::reset);
        }

        private static Batch batch(DataSet data) {
            Check.that(
                    data.getFeaturesMaskArray() == null,
                    "The DataSet has a mask of its features; put a Masking or Embedding layer into the model instead");
            Optional<Each<INDArray>> weights =
                    Optional.ofNullable(data.getLabelsMaskArray()).map(Each.All::new);
            return new Batch(
                    new Each.All<>(data.getFeatures()),
                    Optional.ofNullable(data.getLabels()).map(Each.All::new),
                    weights);
        }

        private static Batch batch(MultiDataSet data) {
            Check.that(
                    data.getFeaturesMaskArrays() == null,
                    "The MultiDataSet has masks of its features; put a Masking or Embedding layer into the model instead");
            return new Batch(
                    list(data.getFeatures()).orElseThrow(), list(data.getLabels()), list(data.getLabelsMaskArrays()));
        }

        private static Optional<Each<INDArray>> list(INDArray[] arrays) {
            if (arrays == null) return Optional.empty();
            List<INDArray> all = Arrays.asList(arrays);
            return Optional.of(all.size() == 1 ? new Each.All<>(all.get(0)) : new Each.Ordered<>(all));
        }
    }
}
