package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.magics.ScriptRunner;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java in README.md runs, as a script with some data to train on. */
class Readme_CodeTest {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final String DATA = """
            var digits = Datasets.digits();
            INDArray x = digits.x().div(16), y = digits.y();
            """;

    @Test
    void runs(@TempDir Path folder) throws Exception {
        List<String> blocks = BLOCK.matcher(Files.readString(Python.ROOT.resolve("README.md")))
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
        assertThat(blocks).isNotEmpty();
        Path script = Files.writeString(folder.resolve("readme.jsh"), DATA + String.join("\n", blocks));
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
}
