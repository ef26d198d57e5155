package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The javadoc of the modules that programs use: every reference leads somewhere, every tag is right. */
class Javadoc_WarningsTest {
    private static final List<String> MODULES = List.of("library", "display", "magics");
    private static final String GENERATED = "target/generated-sources/annotations";

    @Test
    void hasNone(@TempDir Path folder) {
        assumeTrue(
                Files.isDirectory(Python.ROOT.resolve("library/" + GENERATED)), "builders are not generated: skipped");
        List<String> sources = new ArrayList<>();
        for (String module : MODULES) {
            sources.add(Python.ROOT.resolve(module + "/src/main/java").toString());
            sources.add(Python.ROOT.resolve(module + "/" + GENERATED).toString());
        }
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        ToolProvider.findFirst("javadoc")
                .orElseThrow()
                .run(
                        out,
                        out,
                        "-quiet",
                        "-Xdoclint:all,-missing",
                        "-d",
                        folder.toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-sourcepath",
                        String.join(File.pathSeparator, sources),
                        "-subpackages",
                        "dev.sequential");
        assertThat(said.toString()).isEmpty();
    }
}
