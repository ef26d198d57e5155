package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Strings as integers or vectors, by their place in a vocabulary. Tensors hold no strings, so this comes before a model,
 * not in it: first the mask token's index, if there is one, then those of unknown strings, then the vocabulary's.
 *
 * <pre>{@code
 * StringLookup colours = StringLookup.of("red", "green", "blue");
 * INDArray ids = colours.encode("green", "red", "pink");            // 2, 1, 0
 * StringLookup found = StringLookup.of().adapted(List.of("a", "b", "a"));
 * }</pre>
 *
 * @param maxTokens size of the vocabulary at most, with mask and unknown ones; default as it comes
 * @param numOovIndices number of indices for unknown strings, 0 or more; with 0 they are an error; default 1
 * @param maskToken the string that stands for padding; default none
 * @param oovToken what unknown indices become on the way back; default {@code [UNK]}
 * @param vocabulary the strings, without mask and unknown token
 * @param idfWeights in mode tf_idf how rare each string is
 * @param outputMode {@code int} (default), {@code one_hot}, {@code multi_hot}, {@code count} or {@code tf_idf}
 * @param padToMaxTokens whether vectors are as long as maxTokens in any case; default false
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/categorical/string_lookup/">Keras: StringLookup</a>
 */
@Config
public record StringLookup(
        OptionalInt maxTokens,
        int numOovIndices,
        Optional<String> maskToken,
        String oovToken,
        List<String> vocabulary,
        List<Double> idfWeights,
        OutputMode outputMode,
        boolean padToMaxTokens) {
    /** @throws IllegalArgumentException if numbers are negative, strings occur twice or weights are not as many */
    public StringLookup {
        Check.atLeast(2, maxTokens.orElse(2), "maxTokens of StringLookup");
        Check.atLeast(0, numOovIndices, "numOovIndices of StringLookup");
        Check.notNull(maskToken, "maskToken of StringLookup");
        Check.notNull(oovToken, "oovToken of StringLookup");
        Check.notNull(outputMode, "outputMode of StringLookup");
        vocabulary = List.copyOf(vocabulary);
        idfWeights = List.copyOf(idfWeights);
        Check.that(
                outputMode != OutputMode.TF_IDF || vocabulary.size() == idfWeights.size(),
                "StringLookup in mode tf_idf needs as many idfWeights as strings, but received %d for %d",
                idfWeights.size(),
                vocabulary.size());
        Check.that(!padToMaxTokens || maxTokens.isPresent(), "padToMaxTokens of StringLookup needs maxTokens");
        new Vocabulary(vocabulary, maskToken, numOovIndices, outputMode);
    }

    /** Of these strings; without any {@link #adapted} finds them. */
    public static StringLookup of(String... vocabulary) {
        return new StringLookup(
                OptionalInt.empty(),
                1,
                Optional.empty(),
                "[UNK]",
                List.of(vocabulary),
                List.of(),
                OutputMode.INT,
                false);
    }

    /** With options. */
    public static StringLookup of(Consumer<StringLookupBuilder> options) {
        StringLookupBuilder builder = StringLookupBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    /** This lookup with the strings of some data as vocabulary, by falling frequency; each list is a document. */
    @SafeVarargs
    public final StringLookup adapted(List<String>... documents) {
        List<List<String>> all = Arrays.asList(documents);
        int special = numOovIndices + (maskToken.isPresent() && outputMode == OutputMode.INT ? 1 : 0);
        int most = maxTokens.isPresent() ? maxTokens.getAsInt() - special : Integer.MAX_VALUE;
        List<String> words = Vocabulary.byFrequency(all, maskToken, most);
        boolean weighted = outputMode == OutputMode.TF_IDF;
        return StringLookupBuilder.builder(this)
                .vocabulary(words)
                .idfWeights(weighted ? Vocabulary.rarity(all, words) : List.of())
                .build();
    }

    /** Each string for itself: integers {@code (n)}, or vectors {@code (n, vocabulary)}. */
    public INDArray encode(String... values) {
        INDArray rows = encode(Arrays.stream(values).map(List::of).toList());
        return outputMode == OutputMode.INT ? rows.reshape(values.length) : rows;
    }

    /** Samples of equally many strings: integers {@code (samples, n)}, or vectors {@code (samples, vocabulary)}. */
    public INDArray encode(List<List<String>> samples) {
        int length = samples.isEmpty() ? 0 : samples.get(0).size();
        for (List<String> sample : samples) {
            Check.that(
                    sample.size() == length,
                    "StringLookup expects samples of equally many strings, but received %d and %d",
                    length,
                    sample.size());
        }
        Vocabulary words = words();
        int width = padToMaxTokens ? maxTokens.getAsInt() : words.size();
        return switch (outputMode) {
            case INT -> words.integers(samples, length);
            case ONE_HOT -> words.oneHot(samples, width);
            default -> words.vectors(samples, width, idfWeights);
        };
    }

    /** The strings of integers, the way back. */
    public List<String> decode(INDArray integers) {
        Vocabulary words = words();
        return Arrays.stream(integers.dup('c').ravel().toIntVector())
                .mapToObj(i -> words.wordAt(i, oovToken))
                .toList();
    }

    private Vocabulary words() {
        Check.state(
                !vocabulary.isEmpty(),
                "StringLookup has no vocabulary yet. Use StringLookup.of(strings) or adapted(data).");
        return new Vocabulary(vocabulary, maskToken, numOovIndices, outputMode);
    }
}
