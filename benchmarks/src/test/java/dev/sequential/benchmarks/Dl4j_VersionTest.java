package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class Dl4j_VersionTest {
    /** What a file says between a word and the next {@code <}. */
    private static String after(String word, String file) throws IOException {
        String text = Files.readString(Path.of(file));
        assertThat(text).contains(word);
        return text.substring(text.indexOf(word) + word.length()).split("[< ]", 2)[0];
    }

    @Test
    void isThatOfNd4j() throws IOException {
        String version = after("<nd4j.version>", "../pom.xml");
        assertThat(after("<dl4j.version>", "dl4j/pom.xml")).isEqualTo(version);
        assertThat(after("\"DL4J ", "dl4j/src/dev/sequential/benchmarks/Dl4j.java"))
                .isEqualTo(version);
    }
}
