package dev.sequential.layers;

import dev.sequential.engine.Check;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Strings with their indices: in mode int first that of the mask token, if there is one, then those of unknown strings,
 * then those of the vocabulary.
 */
final class Vocabulary {
    private final List<String> words;
    private final Optional<String> maskToken;
    private final int unknown;
    private final OutputMode mode;
    private final int first;
    private final Map<String, Integer> index = new HashMap<>();

    Vocabulary(List<String> words, Optional<String> maskToken, int unknown, OutputMode mode) {
        this.words = words;
        this.maskToken = maskToken;
        this.unknown = unknown;
        this.mode = mode;
        this.first = (maskToken.isPresent() && mode == OutputMode.INT ? 1 : 0) + unknown;
        for (String word : words) {
            Check.that(
                    index.put(word, first + index.size()) == null, "vocabulary contains \"%s\" more than once", word);
        }
    }

    /** Words of documents by falling frequency, and among equals in falling order; so many at most. */
    static List<String> byFrequency(List<List<String>> documents, Optional<String> maskToken, int most) {
        Map<String, Integer> counts = new HashMap<>();
        documents.forEach(d -> d.forEach(word -> counts.merge(word, 1, Integer::sum)));
        maskToken.ifPresent(counts::remove);
        Comparator<String> order = Comparator.comparing(counts::get);
        return counts.keySet().stream()
                .sorted(order.thenComparing(Comparator.naturalOrder()).reversed())
                .limit(most)
                .toList();
    }

    /** {@code ln(1 + documents / (1 + documents with the word))} for each word. */
    static List<Double> rarity(List<List<String>> documents, List<String> words) {
        Map<String, Integer> counts = new HashMap<>();
        documents.forEach(d -> new HashSet<>(d).forEach(word -> counts.merge(word, 1, Integer::sum)));
        return words.stream()
                .map(word -> Math.log(1 + documents.size() / (1.0 + counts.getOrDefault(word, 0))))
                .toList();
    }

    /** Number of indices. */
    int size() {
        return first + words.size();
    }

    /** The index of a string; -1 for the mask token in modes that leave it out. */
    int indexOf(String word) {
        if (maskToken.isPresent() && maskToken.get().equals(word)) return mode == OutputMode.INT ? 0 : -1;
        Integer known = index.get(word);
        if (known != null) return known;
        Check.that(unknown > 0, "\"%s\" is not in the vocabulary, and numOovIndices is 0", word);
        return first - unknown + (unknown == 1 ? 0 : Fingerprints.bin(word, unknown));
    }

    /** The string of an index. */
    String wordAt(int place, String oovToken) {
        Check.that(place >= 0 && place < size(), "index must be from 0 to %d, but received %d", size() - 1, place);
        if (place >= first) return words.get(place - first);
        return place < first - unknown ? maskToken.orElseThrow() : oovToken;
    }

    /** Integers {@code (samples, length)}; shorter samples are filled up with 0. */
    INDArray integers(List<List<String>> samples, int length) {
        int[][] rows = new int[samples.size()][length];
        for (int i = 0; i < rows.length; i++) {
            List<String> words = samples.get(i);
            for (int j = 0; j < Math.min(length, words.size()); j++) rows[i][j] = indexOf(words.get(j));
        }
        return Nd4j.createFromArray(rows);
    }

    /** Vectors {@code (samples, width)} of what occurs, how often, or how often times how rare it is. */
    INDArray vectors(List<List<String>> samples, int width, List<Double> rarity) {
        float[][] rows = new float[samples.size()][width];
        for (int i = 0; i < rows.length; i++) {
            for (String word : samples.get(i)) {
                int place = indexOf(word);
                if (place >= 0 && mode == OutputMode.MULTI_HOT) rows[i][place] = 1;
                else if (place >= 0) rows[i][place] += weight(place, rarity);
            }
        }
        return Nd4j.createFromArray(rows);
    }

    /** Vectors with a 1 for each string, {@code (samples, length, width)}. */
    INDArray oneHot(List<List<String>> samples, int width) {
        int length = samples.isEmpty() ? 0 : samples.get(0).size();
        List<List<String>> each = new ArrayList<>();
        samples.forEach(s -> s.forEach(word -> each.add(List.of(word))));
        INDArray flat = new Vocabulary(words, maskToken, unknown, OutputMode.MULTI_HOT).vectors(each, width, List.of());
        return length == 1 ? flat : flat.reshape(samples.size(), length, width).castTo(DataType.FLOAT);
    }

    private float weight(int place, List<Double> rarity) {
        if (mode != OutputMode.TF_IDF) return 1;
        if (place >= first) return rarity.get(place - first).floatValue();
        return (float) rarity.stream().mapToDouble(d -> d).average().orElse(0);
    }
}
