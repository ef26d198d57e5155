package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.DType;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Any integers as integers without gaps, or as vectors, by their place in a vocabulary: first the mask token's index, if
 * there is one, then those of unknown integers, then the vocabulary's. Shape unchanged in mode int, see
 * {@link CategoryEncoding} for the others.
 *
 * <pre>{@code
 * IntegerLookup.of(12, 36, 1138)
 * IntegerLookup.of(i -> i.outputMode(OutputMode.MULTI_HOT)).adapted(x)
 * }</pre>
 *
 * @param maxTokens size of the vocabulary at most, with mask and unknown ones; default as it comes
 * @param numOovIndices number of indices for unknown integers, 0 or more; with 0 they are an error; default 1
 * @param maskToken the integer that stands for padding; default none
 * @param oovToken what unknown indices become on the way back; default -1
 * @param vocabulary the integers, without mask and unknown token
 * @param idfWeights in mode tf_idf how rare each integer is
 * @param invert whether it goes back, from indices to integers; default false
 * @param outputMode {@code int} (default), {@code one_hot}, {@code multi_hot}, {@code count} or {@code tf_idf}
 * @param padToMaxTokens whether vectors are as long as maxTokens in any case; default false
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/categorical/integer_lookup/">Keras: IntegerLookup</a>
 */
@Config
public record IntegerLookup(
        OptionalInt maxTokens,
        int numOovIndices,
        OptionalInt maskToken,
        int oovToken,
        List<Integer> vocabulary,
        List<Double> idfWeights,
        boolean invert,
        OutputMode outputMode,
        boolean padToMaxTokens)
        implements LayerSpec {
    /** @throws IllegalArgumentException if numbers are negative, integers occur twice or weights are not as many */
    public IntegerLookup {
        Check.atLeast(2, maxTokens.orElse(2), "maxTokens of IntegerLookup");
        Check.atLeast(0, numOovIndices, "numOovIndices of IntegerLookup");
        Check.notNull(outputMode, "outputMode of IntegerLookup");
        vocabulary = List.copyOf(vocabulary);
        idfWeights = List.copyOf(idfWeights);
        Check.that(
                vocabulary.stream().distinct().count() == vocabulary.size(),
                "vocabulary of IntegerLookup contains an integer more than once: %s",
                vocabulary);
        Check.that(
                outputMode != OutputMode.TF_IDF || vocabulary.size() == idfWeights.size(),
                "IntegerLookup in mode tf_idf needs as many idfWeights as integers, but received %d for %d",
                idfWeights.size(),
                vocabulary.size());
        Check.that(
                !invert || outputMode == OutputMode.INT && numOovIndices <= 1,
                "invert of IntegerLookup needs mode int and at most one index for unknown integers");
        Check.that(!padToMaxTokens || maxTokens.isPresent(), "padToMaxTokens of IntegerLookup needs maxTokens");
    }

    /** Of these integers; without any {@link #adapted} finds them. */
    public static IntegerLookup of(int... vocabulary) {
        return new IntegerLookup(
                OptionalInt.empty(),
                1,
                OptionalInt.empty(),
                -1,
                Arrays.stream(vocabulary).boxed().toList(),
                List.of(),
                false,
                OutputMode.INT,
                false);
    }

    /** With options. */
    public static IntegerLookup of(Consumer<IntegerLookupBuilder> options) {
        IntegerLookupBuilder builder = IntegerLookupBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    /** This lookup with the integers of some data as vocabulary, by falling frequency; each row is a document. */
    public IntegerLookup adapted(INDArray data) {
        List<List<String>> documents = new ArrayList<>();
        long rows = data.rank() < 2 ? 1 : data.size(0);
        INDArray table = data.dup('c').reshape(rows, data.length() / rows);
        Map<String, Long> counts = new HashMap<>();
        for (int i = 0; i < rows; i++) {
            List<String> row = Arrays.stream(table.getRow(i).toIntVector())
                    .filter(v -> maskToken.isEmpty() || v != maskToken.getAsInt())
                    .mapToObj(String::valueOf)
                    .toList();
            row.forEach(v -> counts.merge(v, 1L, Long::sum));
            documents.add(row);
        }
        Comparator<Map.Entry<String, Long>> order = Map.Entry.comparingByValue();
        List<String> words = counts.entrySet().stream()
                .sorted(order.thenComparingInt(e -> Integer.parseInt(e.getKey()))
                        .reversed())
                .limit(maxTokens.isPresent() ? maxTokens.getAsInt() - first() : Integer.MAX_VALUE)
                .map(Map.Entry::getKey)
                .toList();
        boolean weighted = outputMode == OutputMode.TF_IDF;
        return IntegerLookupBuilder.builder(this)
                .vocabulary(words.stream().map(Integer::valueOf).collect(Collectors.toList()))
                .idfWeights(weighted ? Vocabulary.rarity(documents, words) : List.of())
                .build();
    }

    @Override
    public Tensor call(Call call, Tensor given) {
        Check.that(
                !vocabulary.isEmpty(),
                "IntegerLookup has no vocabulary yet. Use IntegerLookup.of(integers) or adapted(data).");
        Tensor x = given.cast(DType.INT32);
        if (invert) return back().gather(x);
        Tensor places = places(x);
        int width = padToMaxTokens ? maxTokens.getAsInt() : first() + vocabulary.size();
        if (outputMode != OutputMode.TF_IDF) return Categories.encoded(places, outputMode, width, null);
        Tensor counts = Categories.encoded(places, OutputMode.COUNT, width, null);
        double[] weights = new double[width];
        Arrays.fill(
                weights,
                0,
                first(),
                idfWeights.stream().mapToDouble(d -> d).average().orElse(0));
        for (int i = 0; i < idfWeights.size(); i++) weights[first() + i] = idfWeights.get(i);
        return counts.times(Tensor.constant(weights, Shape.of(width), DType.FLOAT32));
    }

    /** The index of each integer; -1, which no vector has a place for, for the mask token in modes that leave it out. */
    private Tensor places(Tensor x) {
        int size = vocabulary.size();
        double[] words = vocabulary.stream().mapToDouble(v -> v).toArray();
        double[] at = new double[size];
        for (int i = 0; i < size; i++) at[i] = first() + i;
        Tensor hits = x.expandDims(-1)
                .equalTo(Tensor.constant(words, Shape.of(size), DType.INT32))
                .cast(DType.FLOAT32);
        Tensor known = hits.max(-1);
        Tensor found =
                hits.times(Tensor.constant(at, Shape.of(size), DType.FLOAT32)).sum(-1);
        Tensor places = known.select(found, unknown(x));
        if (maskToken.isPresent()) {
            Tensor masked = x.equalTo(Tensor.constant(new double[] {maskToken.getAsInt()}, Shape.of(1), DType.INT32))
                    .cast(DType.FLOAT32);
            places = masked.select(places.like(outputMode == OutputMode.INT ? 0 : -1), places);
        }
        return places.cast(DType.INT32);
    }

    private Tensor unknown(Tensor x) {
        double start = first() - numOovIndices;
        Tensor value = x.cast(DType.FLOAT32);
        if (numOovIndices < 2) return value.zerosLike().plus(numOovIndices == 0 ? -1 : start);
        Tensor rest = value.minus(value.dividedBy(numOovIndices).floor().times(numOovIndices));
        return rest.plus(start);
    }

    private Tensor back() {
        double[] words = new double[first() + vocabulary.size()];
        for (int i = 0; i < vocabulary.size(); i++) words[first() + i] = vocabulary.get(i);
        if (numOovIndices == 1) words[first() - 1] = oovToken;
        if (maskToken.isPresent()) words[0] = maskToken.getAsInt();
        return Tensor.constant(words, Shape.of(words.length), DType.INT32);
    }

    /** Index of the first integer of the vocabulary. */
    private int first() {
        return numOovIndices + (maskToken.isPresent() && outputMode == OutputMode.INT ? 1 : 0);
    }
}
