package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The sample project, which knows nothing of this build but the artifacts in a repository: built and run, offline. */
@DisabledOnOs(OS.WINDOWS)
class Consumer_MavenTest {
    private static final Path MAVEN = Path.of(System.getProperty("sequential.maven", "none"), "bin/mvn");
    private static final Path SAMPLE = Python.ROOT.resolve("samples/maven");

    @TempDir
    Path folder;

    private String run(Path at, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(at.toFile()).redirectErrorStream(true);
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
        builder.environment().remove("MAVEN_OPTS");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void buildsAndLearns() throws Exception {
        assumeTrue(Files.isExecutable(MAVEN), "not started by Maven: skipped");
        Repository repository = Repository.fill(folder.resolve("repository"));
        Path project = folder.resolve("project");
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file :
                    files.filter(f -> !f.startsWith(SAMPLE.resolve("target"))).toList()) {
                Path to = project.resolve(SAMPLE.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(to);
                else Files.copy(file, to);
            }
        }
        // Goals by name, in the versions that this build uses, so that nothing has to be fetched.
        run(
                project,
                MAVEN.toString(),
                "-o",
                "-q",
                "-B",
                "-Dmaven.repo.local=" + repository.folder(),
                "-Dmdep.outputFile=class-path.txt",
                plugin("compiler") + ":compile",
                plugin("dependency") + ":build-classpath");
        String classPath =
                project.resolve("target/classes") + ":" + Files.readString(project.resolve("class-path.txt"));
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        String said =
                run(project, java, "-Dorg.nd4j.log.initialization=false", "-cp", classPath.strip(), "example.Train");
        assertThat(said.strip()).matches("Held back: loss: [0-9.]+, accuracy: (0\\.9\\d*|1\\.0*)");
    }

    private static String plugin(String name) throws IOException {
        String pom = Files.readString(Python.ROOT.resolve("pom.xml"));
        Matcher version = Pattern.compile("<artifactId>maven-" + name + "-plugin</artifactId>\\s*<version>([^<]+)<")
                .matcher(pom);
        assertThat(version.find()).as(name).isTrue();
        return "org.apache.maven.plugins:maven-" + name + "-plugin:" + version.group(1);
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
