package dev.sequential.layers;

import static dev.sequential.unit.ArrayAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.engine.DType;
import dev.sequential.engine.Shape;
import dev.sequential.saving.KerasConfig;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Golden;
import dev.sequential.unit.Masks;
import dev.sequential.unit.Values;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What comes before a model makes the same integers and vectors of strings as Keras. */
class Text_GoldenTest {
    private static final KerasConfig KERAS = KerasConfig.standard();

    static Stream<Golden.Case> cases() {
        Set<String> classes = Set.of("StringLookup", "TextVectorization", "Hashing", "HashedCrossing");
        return Golden.cases("layers").stream()
                .filter(c -> classes.contains(c.className()) || c.name().equals("integer_lookup_adapt"));
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.get("data").forEach(s -> strings.add(s.asText()));
        return strings;
    }

    private static List<List<String>> samples(JsonNode array) {
        List<String> all = strings(array);
        int length = array.get("shape").get(1).asInt();
        List<List<String>> samples = new ArrayList<>();
        for (int i = 0; i < all.size(); i += length) samples.add(all.subList(i, i + length));
        return samples;
    }

    private static long[] longs(JsonNode array) {
        LongStream.Builder longs = LongStream.builder();
        array.get("data").forEach(n -> longs.add(n.asLong()));
        return longs.build().toArray();
    }

    private static INDArray encoded(Golden.Case golden, JsonNode inputs) {
        JsonNode x = inputs.get(0);
        JsonNode adapt = golden.json().get("adapt");
        switch (golden.className()) {
            case "StringLookup":
                StringLookup lookup = KERAS.read(golden.config(), StringLookup.class);
                assertThat(KERAS.read(KERAS.write(lookup), StringLookup.class)).isEqualTo(lookup);
                return (adapt == null ? lookup : lookup.adapted(strings(adapt))).encode(samples(x));
            case "TextVectorization":
                TextVectorization text = KERAS.read(golden.config(), TextVectorization.class);
                assertThat(KERAS.read(KERAS.write(text), TextVectorization.class))
                        .isEqualTo(text);
                return (adapt == null ? text : text.adapted(strings(adapt))).encode(strings(x));
            case "Hashing":
                Hashing hashing = KERAS.read(golden.config(), Hashing.class);
                assertThat(KERAS.read(KERAS.write(hashing), Hashing.class)).isEqualTo(hashing);
                return x.get("dtype").asText().equals("string")
                        ? hashing.encode(strings(x).toArray(String[]::new))
                        : hashing.encode(longs(x));
            case "HashedCrossing":
                return KERAS.read(golden.config(), HashedCrossing.class).encode(longs(x), longs(inputs.get(1)));
            default:
                IntegerLookup integers = KERAS.read(golden.config(), IntegerLookup.class);
                Values ids = Values.of(x).as(DType.INT32);
                IntegerLookup adapted = integers.adapted(Nd4j.createFromArray(longs(adapt)));
                return Nd4j.createFromArray(Masks.run("auto", adapted, List.of(ids), List.of())
                        .get(0)
                        .data());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equalsKeras(Golden.Case golden) {
        JsonNode call = golden.json().at("/calls/0");
        INDArray y = encoded(golden, call.get("inputs"));
        Values expected = Values.of(call.get("outputs").get(0));
        Values actual = Values.of(expected.shape(), y.dup('c').ravel().toDoubleVector());
        assertClose(golden.name(), actual, expected, golden.tolerance());
    }

    /** Values of the pyfarmhash package, which wraps FarmHash itself; one for each part of the function. */
    @ParameterizedTest
    @CsvSource({
        "3, 3268219959478574187",
        "7, 17088493756539222794",
        "16, 17624453864830929246",
        "17, 2237273621417572890",
        "32, 10824083725960157628",
        "33, 8045080651094301868",
        "64, 16149515108185634462",
        "65, 2768067016444695309",
        "128, 10481128642166395277",
        "129, 1060550032972533880",
        "200, 15075557378531049012"
    })
    void fingerprintsAreFarmHashs(int length, String expected) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) text.append((char) ('a' + i * 7 % 26));
        assertThat(Long.toUnsignedString(Fingerprints.farm(text.toString()))).isEqualTo(expected);
    }

    /** The test vector of the paper, appendix A. */
    @Test
    void keyedHashesAreSipHashs() {
        ByteBuffer bytes = ByteBuffer.allocate(15).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 15; i++) bytes.put(i, (byte) i);
        assertThat(SipHash.of(bytes, 0x0706050403020100L, 0x0f0e0d0c0b0a0908L)).isEqualTo(0xa129ca6149be45e5L);
    }

    @Test
    void theWayBack() {
        StringLookup colours =
                StringLookup.of(s -> s.vocabulary(List.of("red", "blue")).maskToken(""));
        assertThat(colours.encode("", "red", "green").toIntVector()).containsExactly(0, 2, 1);
        assertThat(colours.decode(Nd4j.createFromArray(0, 1, 2, 3))).containsExactly("", "[UNK]", "red", "blue");
        assertThat(StringLookupBuilder.builder(colours)
                        .outputMode(OutputMode.ONE_HOT)
                        .build()
                        .encode("blue", "", "green")
                        .toFloatMatrix())
                .isDeepEqualTo(new float[][] {{0, 0, 1}, {0, 0, 0}, {1, 0, 0}});
    }

    @Test
    void integersOnBothBackends() {
        IntegerLookup lookup = IntegerLookup.of(i ->
                i.vocabulary(List.of(100_000_007, 100_000_008)).numOovIndices(2).maskToken(0));
        Values x = Values.of(Shape.of(5), 0, 100_000_008, 3, 4, 100_000_007).as(DType.INT32);
        for (String backend : Compute.BACKENDS) {
            assertThat(Masks.run(backend, lookup, List.of(x), List.of()).get(0).data())
                    .containsExactly(0, 4, 2, 1, 3);
        }
    }

    @Test
    void textsAreSplitAndMadePlain() {
        assertThat(TextVectorization.of().tokens("  It's  a\tTEST. ")).containsExactly("its", "a", "test");
        assertThat(TextVectorization.of(t -> t.standardize(TextVectorization.Standardize.NONE)
                                .split(TextVectorization.Split.CHARACTER))
                        .tokens("aB!"))
                .containsExactly("a", "B", "!");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> StringLookup.of().encode("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("StringLookup has no vocabulary yet. Use StringLookup.of(strings) or adapted(data).");
        assertThatThrownBy(() -> StringLookup.of("a", "a")).hasMessage("vocabulary contains \"a\" more than once");
        assertThatThrownBy(() -> StringLookup.of(s -> s.vocabulary(List.of("a")).numOovIndices(0))
                        .encode("b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"b\" is not in the vocabulary, and numOovIndices is 0");
        assertThatThrownBy(() -> StringLookup.of("a").encode(List.of(List.of("a"), List.of("a", "a"))))
                .hasMessage("StringLookup expects samples of equally many strings, but received 1 and 2");
        assertThatThrownBy(() -> TextVectorization.of().encode("a"))
                .hasMessage("TextVectorization has no vocabulary yet. Use adapted(texts) or give one.");
        assertThatThrownBy(() ->
                        TextVectorization.of(t -> t.outputMode(OutputMode.COUNT).outputSequenceLength(3)))
                .hasMessage("outputSequenceLength of TextVectorization is for mode int, but the mode is count");
        assertThatThrownBy(() -> HashedCrossing.of(3).encode(new long[] {1}))
                .hasMessage("HashedCrossing needs two features or more, but received 1");
    }
}
