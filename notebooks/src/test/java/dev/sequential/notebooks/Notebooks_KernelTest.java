package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every tutorial: twice in the real kernel with the same numbers, and readable without one. */
class Notebooks_KernelTest {
    @TempDir
    static Path folder;

    static List<Path> notebooks() throws IOException {
        return Notebook.all();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    @EnabledIfSystemProperty(named = Python.PROPERTY, matches = ".+")
    void givesTheSameNumbersInTwoProcesses(Path file) throws Exception {
        assumeTrue(Python.hasMnist() || !file.endsWith("02-mnist.ipynb"), "MNIST is nowhere here: skipped");
        // Side by side, which takes little longer than once.
        ForkJoinTask<Notebook> second = ForkJoinPool.commonPool().submit(() -> Notebook.execute(file, folder));
        String first = Notebook.execute(file, folder).words();
        assertThat(first).isNotBlank();
        assertThat(second.get().words()).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void keepsItsOutputsAndNoErrors(Path file) throws IOException {
        Notebook committed = Notebook.read(file);
        assertThat(committed.outputs())
                .as("outputs: ./sequential run " + file + " --out " + file)
                .isNotEmpty();
        for (JsonNode output : committed.outputs()) {
            assertThat(output.get("output_type").asText()).isNotEqualTo("error");
            assertThat(output.path("name").asText()).isNotEqualTo("stderr");
        }
        assertThat(committed.words()).doesNotContain("@", "Exception");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void linksToFilesThatExist(Path file) throws IOException {
        Stream<String> links = Notebook.read(file).sources("markdown").stream()
                .flatMap(text -> java.util.regex.Pattern.compile("\\]\\(([^)#:]+)\\)")
                        .matcher(text)
                        .results()
                        .map(match -> match.group(1)));
        assertThat(links)
                .allSatisfy(link -> assertThat(Files.exists(Notebook.FOLDER.resolve(link)))
                        .as(link)
                        .isTrue());
    }
}
