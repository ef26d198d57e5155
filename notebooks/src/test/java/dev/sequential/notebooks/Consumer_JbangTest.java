package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The jbang script of docs/jshell.md, run as that page says by a jbang that Maven fetches. */
@DisabledOnOs(OS.WINDOWS)
class Consumer_JbangTest {
    /** What jbang's own launcher does: its Java part prints the command to run, and says so by exit code 255. */
    private static final String LAUNCHER = """
            #!/usr/bin/env bash
            code=0
            said=$("$JAVA_HOME/bin/java" -cp "$JBANG_CLASS_PATH" dev.jbang.Main run --offline "$@") || code=$?
            [ $code != 255 ] || eval "exec $said"
            echo "$said"
            exit $code
            """;

    private static final Path FETCHED = Path.of("src/test/jbang/pom.xml");

    @TempDir
    Path folder;

    @Test
    void runsAsDocumentedWithArgumentsAndExitCode() throws Exception {
        assumeTrue(Maven.isThere(), "not started by Maven: skipped");
        Repository repository = Repository.fill(folder.resolve("repository"));
        Map<String, String> environment = Map.of(
                "PATH", executable("bin/jbang", LAUNCHER).getParent() + ":" + System.getenv("PATH"),
                "JBANG_CLASS_PATH", jbang(),
                "JBANG_DIR", folder.resolve("cache").toString(),
                "JBANG_REPO", repository.folder().toString());
        String page = Files.readString(Python.ROOT.resolve("docs/jshell.md"));
        executable("Train.java", block(page, "text", "///usr/bin/env jbang"));

        String documented = block(page, "bash", "OMP_WAIT_POLICY");
        Python.Answer trained = Command.run(folder, environment, List.of("bash", "-c", documented));
        assertThat(trained.code()).as(trained.output()).isZero();
        assertThat(trained.output()).contains("Epoch 20/20").containsPattern("\nloss: 0\\.\\d+, accuracy: 0\\.9\\d*\n");
        assertThat(trained.output()).doesNotContain("INFO", "WARNING", "SLF4J");

        Python.Answer refused = Command.run(folder, environment, List.of("./Train.java", "many"));
        assertThat(refused.output()).contains("NumberFormatException: For input string: \"many\"");
        assertThat(refused.code()).isEqualTo(1);
    }

    /** The class path of jbang, which is no dependency of this build, so that its libraries stay off our class paths. */
    private String jbang() throws IOException, InterruptedException {
        Path project = Files.createDirectory(folder.resolve("jbang"));
        Files.copy(Python.ROOT.resolve("notebooks").resolve(FETCHED), project.resolve("pom.xml"));
        Python.Answer fetched = Command.run(
                project,
                Map.of(),
                Maven.command(
                        "-Dmaven.repo.local=" + Repository.USER, "-Dmdep.outputFile=class-path.txt", Maven.CLASS_PATH));
        assumeTrue(fetched.code() == 0, "jbang could not be fetched: skipped\n" + fetched.output());
        return Files.readString(project.resolve("class-path.txt")).strip();
    }

    private Path executable(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static String block(String page, String language, String start) {
        Matcher block = Pattern.compile("```" + language + "\n(" + Pattern.quote(start) + ".*?)```", Pattern.DOTALL)
                .matcher(page);
        assertThat(block.find()).as(start).isTrue();
        return block.group(1);
    }
}
