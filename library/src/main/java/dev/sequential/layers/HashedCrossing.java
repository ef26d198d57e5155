package dev.sequential.layers;

import dev.sequential.engine.Check;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Combinations of several features into bins by a hash function: the same bin for the same combination, in Keras too.
 *
 * <pre>{@code
 * INDArray ids = HashedCrossing.of(1000).encode(new long[] {1, 2}, new long[] {10, 20});
 * }</pre>
 *
 * @param numBins number of bins, 1 or more
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/categorical/hashed_crossing/">Keras: HashedCrossing</a>
 */
public record HashedCrossing(int numBins) {
    /** @throws IllegalArgumentException if numBins is below 1 */
    public HashedCrossing {
        Check.atLeast(1, numBins, "numBins of HashedCrossing");
    }

    /** Into so many bins. */
    public static HashedCrossing of(int numBins) {
        return new HashedCrossing(numBins);
    }

    /** The bin of each combination of integers, one from each feature. */
    public INDArray encode(long[]... features) {
        return crossed(features.length, features.length == 0 ? 0 : features[0].length, (f, i) -> features[f][i]);
    }

    /** The bin of each combination of strings, one from each feature. */
    public INDArray encode(String[]... features) {
        return crossed(
                features.length,
                features.length == 0 ? 0 : features[0].length,
                (f, i) -> Fingerprints.farm(features[f][i]));
    }

    private interface Values {
        long at(int feature, int sample);
    }

    private INDArray crossed(int features, int samples, Values values) {
        Check.that(features >= 2, "HashedCrossing needs two features or more, but received %d", features);
        int[] bins = new int[samples];
        for (int i = 0; i < samples; i++) {
            long hash = 0xDECAFCAFFEL;
            for (int f = 0; f < features; f++) hash = Fingerprints.joined(hash, values.at(f, i));
            bins[i] = (int) Long.remainderUnsigned(hash, numBins);
        }
        return Nd4j.createFromArray(bins);
    }
}
