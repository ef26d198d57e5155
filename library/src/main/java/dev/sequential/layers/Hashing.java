package dev.sequential.layers;

import dev.sequential.engine.Check;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Strings or integers into bins by a hash function, without a vocabulary: the same bin for the same value, in Keras too.
 * Tensors hold no strings, so this comes before a model, not in it.
 *
 * <pre>{@code
 * INDArray ids = Hashing.of(1000).encode("paris", "rome");
 * }</pre>
 *
 * @param numBins number of bins, 1 or more
 * @param maskValue the value that bin 0 is for; default none
 * @param salt two numbers that change the hash function; default none
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/categorical/hashing/">Keras: Hashing</a>
 */
public record Hashing(int numBins, Optional<String> maskValue, List<Long> salt) {
    /** @throws IllegalArgumentException if numBins is below 1, or there is a salt of other than one or two numbers */
    public Hashing {
        Check.atLeast(1, numBins, "numBins of Hashing");
        Check.notNull(maskValue, "maskValue of Hashing");
        salt = List.copyOf(salt);
        Check.that(salt.size() <= 2, "salt of Hashing must be one or two numbers, but received %s", salt);
    }

    /** Into so many bins. */
    public static Hashing of(int numBins) {
        return new Hashing(numBins, Optional.empty(), List.of());
    }

    /** With another hash function for each pair of numbers. */
    public Hashing salt(long first, long second) {
        return new Hashing(numBins, maskValue, List.of(first, second));
    }

    /** With bin 0 for this value alone. */
    public Hashing maskValue(String value) {
        return new Hashing(numBins, Optional.of(value), salt);
    }

    /** The bin of each string. */
    public INDArray encode(String... values) {
        return Nd4j.createFromArray(Arrays.stream(values).mapToInt(this::bin).toArray());
    }

    /** The bin of each integer, which is that of its digits. */
    public INDArray encode(long... values) {
        return Nd4j.createFromArray(Arrays.stream(values)
                .mapToObj(String::valueOf)
                .mapToInt(this::bin)
                .toArray());
    }

    private int bin(String value) {
        boolean masks = maskValue.isPresent() && numBins > 1;
        if (masks && maskValue.get().equals(value)) return 0;
        int bins = masks ? numBins - 1 : numBins;
        int bin = salt.isEmpty()
                ? Fingerprints.bin(value, bins)
                : Fingerprints.bin(value, bins, salt.get(0), salt.get(salt.size() - 1));
        return masks ? bin + 1 : bin;
    }
}
