package dev.sequential.unit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/** Reads golden values computed by real Keras from the test resources. */
public final class Golden {
    private Golden() {}

    /** One case; prints as its name. */
    public record Case(JsonNode json) {
        public String name() {
            return json.get("name").asText();
        }

        /** Keras's class of the thing tested. */
        public String className() {
            return json.get("class_name").asText();
        }

        /** Keras's own serialized form. */
        public JsonNode config() {
            return json.get("keras_config");
        }

        public double tolerance() {
            return json.get("tolerance").asDouble();
        }

        /** Whether the case has something under this key. */
        public boolean has(String key) {
            return json.hasNonNull(key);
        }

        /** An array of the case. */
        public Values values(String key) {
            return Values.of(json.get(key));
        }

        @Override
        public String toString() {
            return name();
        }
    }

    /** All cases of a group such as {@code losses}. */
    public static List<Case> cases(String group) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + group + ".json.gz");
                InputStream plain = new GZIPInputStream(in)) {
            JsonNode cases = new ObjectMapper().readTree(plain).get("cases");
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(Case::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
