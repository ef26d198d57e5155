package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The sample project for Maven: built and run, offline. */
@DisabledOnOs(OS.WINDOWS)
class Consumer_MavenTest {
    @TempDir
    Path folder;

    @Test
    void buildsAndLearns() throws Exception {
        assumeTrue(Maven.isThere(), "not started by Maven: skipped");
        Repository repository = Repository.fill(folder.resolve("repository"));
        Sample sample = Sample.copy("maven", folder.resolve("project"));
        sample.run(Maven.command(
                "-o",
                "-Dmaven.repo.local=" + repository.folder(),
                "-Dmdep.outputFile=class-path.txt",
                Maven.COMPILE,
                Maven.CLASS_PATH));
        Path project = sample.folder();
        String classPath = project.resolve("target/classes") + ":"
                + Files.readString(project.resolve("class-path.txt")).strip();
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        String said =
                sample.run(List.of(java, "-Dorg.nd4j.log.initialization=false", "-cp", classPath, "example.Train"));
        assertThat(said.strip()).matches(Sample.LEARNED);
    }

    @Test
    void theBomNamesTheVersionOfTheModules() throws IOException {
        List<String> versions = new ArrayList<>();
        for (String module : List.of(".", "bom", "library", "display", "magics", "kernel-extension")) {
            Matcher first = Repository.VERSION.matcher(Files.readString(Python.ROOT.resolve(module + "/pom.xml")));
            assertThat(first.find()).isTrue();
            versions.add(first.group(1));
        }
        assertThat(versions.stream().distinct()).hasSize(1);
    }
}
