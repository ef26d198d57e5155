package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Results_WriteTest {
    @TempDir
    Path folder;

    @Test
    void readsBackAsItWas() throws IOException {
        Path file = folder.resolve("results.json");
        ResultsFixtures.results().write(file);
        assertThat(Files.readString(file)).contains("\"measure\" : \"fit\"");
        assertThat(new ObjectMapper().readValue(file.toFile(), Results.class)).isEqualTo(ResultsFixtures.results());
    }

    @Test
    void saysWhereItCannotWrite() {
        assertThatThrownBy(() -> ResultsFixtures.results().write(folder))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("cannot write " + folder + ": ");
    }
}
