package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.magics.ScriptRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java of README.md and docs runs, a page as one script, and what they link to is there. */
class Docs_CodeTest {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)[)#]");
    /** README.md begins in the middle, with data at hand. */
    private static final String DATA = """
            var data = Datasets.digits();
            INDArray x = data.x().div(16), y = data.y();
            """;

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Python.ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.list(Python.ROOT.resolve("docs"))) {
            docs.filter(f -> f.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    private static String code(Path page) throws IOException {
        return BLOCK.matcher(Files.readString(page))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void runs(Path page, @TempDir Path folder) throws Exception {
        String start = page.endsWith("README.md") ? DATA : "";
        Path script = Files.writeString(folder.resolve(page.getFileName() + ".jsh"), start + code(page));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream console = System.out;
        int code;
        try {
            System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
            code = ScriptRunner.run(script, List.of(), new PrintStream(err, true, StandardCharsets.UTF_8));
        } finally {
            System.setOut(console);
        }
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksToFilesThatExist(Path page) throws IOException {
        assertThat(LINK.matcher(Files.readString(page)).results().map(link -> link.group(1)))
                .allSatisfy(
                        link -> assertThat(page.resolveSibling(link)).as(link).exists());
    }

    @Test
    void someCodeIsFound() throws IOException {
        assertThat(code(Python.ROOT.resolve("README.md"))).contains("model.fit(");
        assertThat(code(Python.ROOT.resolve("docs/from-keras.md"))).contains("Slices");
    }
}
