package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Texts as integers or vectors: made plain, split into tokens, joined to n-grams if asked for and looked up. Tensors hold
 * no strings, so this comes before a model, not in it. In mode int 0 is padding and 1 an unknown token; in others 0 is an
 * unknown token.
 *
 * <pre>{@code
 * TextVectorization words = TextVectorization.of(t -> t.outputSequenceLength(80)).adapted(texts);
 * INDArray x = words.encode("The wind, the fire!");                 // (1, 80)
 * model.fit(words.encode(texts), y);                                // the model begins with Input.of(80) and an Embedding
 * }</pre>
 *
 * @param maxTokens size of the vocabulary at most, with the tokens of mask and unknown; default as it comes
 * @param standardize how texts are made plain; default lower case without punctuation
 * @param split what tokens are; default what is between white space
 * @param ngrams longest run of tokens that is one too; default none
 * @param outputMode {@code int} (default), {@code multi_hot}, {@code count} or {@code tf_idf}
 * @param outputSequenceLength in mode int number of integers of each text, cut off or filled up; default the longest's
 * @param padToMaxTokens whether vectors are as long as maxTokens in any case; default false
 * @param vocabulary the tokens, without mask and unknown one
 * @param idfWeights in mode tf_idf how rare each token is
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/text/text_vectorization/">Keras: TextVectorization</a>
 */
@Config
public record TextVectorization(
        OptionalInt maxTokens,
        Standardize standardize,
        Split split,
        OptionalInt ngrams,
        OutputMode outputMode,
        OptionalInt outputSequenceLength,
        boolean padToMaxTokens,
        List<String> vocabulary,
        List<Double> idfWeights) {
    /** How texts are made plain. */
    public enum Standardize {
        /** Lower case, without punctuation. */
        LOWER_AND_STRIP_PUNCTUATION,
        /** Lower case. */
        LOWER,
        /** Without punctuation. */
        STRIP_PUNCTUATION,
        /** As they are. */
        NONE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        String of(String text) {
            String plain = this == LOWER || this == LOWER_AND_STRIP_PUNCTUATION ? text.toLowerCase(Locale.ROOT) : text;
            boolean strips = this == STRIP_PUNCTUATION || this == LOWER_AND_STRIP_PUNCTUATION;
            return strips ? plain.replaceAll("[!-/:-@\\[-`{-~]", "") : plain;
        }
    }

    /** What the tokens of a text are. */
    public enum Split {
        /** What is between white space. */
        WHITESPACE,
        /** Each character. */
        CHARACTER,
        /** The whole text. */
        NONE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<String> of(String text) {
            return switch (this) {
                case WHITESPACE ->
                    Arrays.stream(text.split("\\s+")).filter(t -> !t.isEmpty()).toList();
                case CHARACTER ->
                    text.codePoints().mapToObj(Character::toString).toList();
                case NONE -> List.of(text);
            };
        }
    }

    /** @throws IllegalArgumentException if a number is below 1, the mode is one_hot or an option is null */
    public TextVectorization {
        Check.atLeast(1, maxTokens.orElse(1), "maxTokens of TextVectorization");
        Check.notNull(standardize, "standardize of TextVectorization");
        Check.notNull(split, "split of TextVectorization");
        Check.atLeast(1, ngrams.orElse(1), "ngrams of TextVectorization");
        Check.atLeast(1, outputSequenceLength.orElse(1), "outputSequenceLength of TextVectorization");
        Check.that(
                outputMode != null && outputMode != OutputMode.ONE_HOT,
                "outputMode of TextVectorization must be int, multi_hot, count or tf_idf, but received %s",
                outputMode);
        Check.that(
                outputMode == OutputMode.INT || outputSequenceLength.isEmpty(),
                "outputSequenceLength of TextVectorization is for mode int, but the mode is %s",
                outputMode);
        lookup(maxTokens, vocabulary, idfWeights, outputMode, padToMaxTokens);
        vocabulary = List.copyOf(vocabulary);
        idfWeights = List.copyOf(idfWeights);
    }

    /** With Keras's options; {@link #adapted} finds the vocabulary. */
    public static TextVectorization of() {
        return new TextVectorization(
                OptionalInt.empty(),
                Standardize.LOWER_AND_STRIP_PUNCTUATION,
                Split.WHITESPACE,
                OptionalInt.empty(),
                OutputMode.INT,
                OptionalInt.empty(),
                false,
                List.of(),
                List.of());
    }

    /** With options. */
    public static TextVectorization of(Consumer<TextVectorizationBuilder> options) {
        TextVectorizationBuilder builder = TextVectorizationBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    /** This vectorization with the tokens of some texts as vocabulary, by falling frequency. */
    public TextVectorization adapted(List<String> texts) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        List<String>[] documents = texts.stream().map(this::tokens).toArray(List[]::new);
        StringLookup found = lookup(maxTokens, List.of(), List.of(), outputMode, padToMaxTokens)
                .adapted(documents);
        return TextVectorizationBuilder.builder(this)
                .vocabulary(found.vocabulary())
                .idfWeights(found.idfWeights())
                .build();
    }

    /** Integers {@code (texts, length)} or vectors {@code (texts, vocabulary)}. */
    public INDArray encode(String... texts) {
        return encode(List.of(texts));
    }

    /** Integers {@code (texts, length)} or vectors {@code (texts, vocabulary)}. */
    public INDArray encode(List<String> texts) {
        Check.state(!vocabulary.isEmpty(), "TextVectorization has no vocabulary yet. Use adapted(texts) or give one.");
        List<List<String>> samples = texts.stream().map(this::tokens).toList();
        Vocabulary words = new Vocabulary(vocabulary, Optional.of(""), 1, outputMode);
        if (outputMode != OutputMode.INT) {
            return words.vectors(samples, padToMaxTokens ? maxTokens.getAsInt() : words.size(), idfWeights);
        }
        int longest = samples.stream().mapToInt(List::size).max().orElse(0);
        return words.integers(samples, outputSequenceLength.orElse(longest));
    }

    /** The tokens of a text, then its n-grams from short to long. */
    List<String> tokens(String text) {
        List<String> single = split.of(standardize.of(text));
        List<String> all = new ArrayList<>(single);
        for (int n = 2; n <= ngrams.orElse(1); n++) {
            for (int i = 0; i + n <= single.size(); i++) all.add(String.join(" ", single.subList(i, i + n)));
        }
        return all;
    }

    private static StringLookup lookup(
            OptionalInt maxTokens, List<String> vocabulary, List<Double> weights, OutputMode mode, boolean pads) {
        boolean empty = vocabulary.isEmpty() && weights.isEmpty();
        return new StringLookup(
                maxTokens, 1, Optional.of(""), "[UNK]", vocabulary, empty ? List.of() : weights, mode, pads);
    }
}
