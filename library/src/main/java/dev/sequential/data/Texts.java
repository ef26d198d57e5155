package dev.sequential.data;

import dev.sequential.engine.Check;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Texts and the class of each. A model takes numbers: {@link dev.sequential.layers.TextVectorization} makes them.
 *
 * @param texts the texts
 * @param labels their classes {@code (n,)}
 */
public record Texts(List<String> texts, INDArray labels) {
    /**
     * Texts to learn from and others, held back, to test with.
     *
     * @param train to learn from
     * @param test held back
     */
    public record Split(Texts train, Texts test) {}

    /** @throws IllegalArgumentException where there are not as many texts as labels */
    public Texts {
        texts = List.copyOf(texts);
        Check.that(
                texts.size() == labels.size(0),
                "texts and labels must be of equal number, but received %d and %d",
                texts.size(),
                labels.size(0));
    }

    /** Number of texts. */
    public int size() {
        return texts.size();
    }

    /**
     * Shuffles the texts and holds some back.
     *
     * @param testFraction how many to hold back, above 0 and below 1
     * @param seed the same seed gives the same split
     * @throws IllegalArgumentException where the fraction is out of range or leaves one part empty
     */
    public Split split(double testFraction, long seed) {
        int[] order = Order.shuffled(size(), seed);
        int tests = Order.heldBack(testFraction, size());
        return new Split(rows(Arrays.copyOfRange(order, tests, order.length)), rows(Arrays.copyOf(order, tests)));
    }

    /** The same texts in another order. */
    public Texts shuffled(long seed) {
        return rows(Order.shuffled(size(), seed));
    }

    /** How many. */
    @Override
    public String toString() {
        return size() + " texts";
    }

    private Texts rows(int[] rows) {
        return new Texts(Arrays.stream(rows).mapToObj(texts::get).toList(), Order.pick(labels, rows));
    }
}
