package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The sample project for Gradle, built and run offline by the gradle on the PATH. */
@DisabledOnOs(OS.WINDOWS)
class Consumer_GradleTest {
    @TempDir
    Path folder;

    @Test
    void buildsAndLearns() throws Exception {
        assumeTrue(isOnPath("gradle"), "no gradle on the PATH: skipped");
        Repository repository = Repository.fill(folder.resolve("repository"));
        String said = Sample.copy("gradle", folder.resolve("project"))
                .run(List.of(
                        "gradle",
                        "--no-daemon",
                        "--offline",
                        "--quiet",
                        "--gradle-user-home=" + folder.resolve("gradle"),
                        "-Dmaven.repo.local=" + repository.folder(),
                        "run"));
        assertThat(said.lines()).anyMatch(line -> line.matches(Sample.LEARNED));
        assertThat(said).doesNotContain("SLF4J");
    }

    @Test
    void namesTheVersionsOfThisBuild() throws IOException {
        String pom = Files.readString(Python.ROOT.resolve("pom.xml"));
        String javacpp = property(pom, "javacpp");
        assertThat(Files.readString(Python.ROOT.resolve("samples/gradle/build.gradle")))
                .contains(
                        "'org.nd4j:nd4j-native:" + property(pom, "nd4j") + "'",
                        "'org.bytedeco:javacpp:" + javacpp + "'",
                        "'org.bytedeco:openblas:" + property(pom, "openblas") + "'",
                        "'org.bytedeco:dnnl:" + property(pom, "dnnl") + "'",
                        "'org.bytedeco:opencl:" + property(pom, "opencl") + "'");
    }

    private static String property(String pom, String name) {
        var version = Pattern.compile("<" + name + "\\.version>([^<]+)<").matcher(pom);
        assertThat(version.find()).as(name).isTrue();
        return name.equals("javacpp")
                ? version.group(1)
                : version.group(1).replace("${javacpp.version}", property(pom, "javacpp"));
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
