package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample project, which knows nothing of this build but the artifacts in a repository: built and run, offline. The
 * repository is a folder of its own with the artifacts in it, and links to everything else in the user's.
 */
@DisabledOnOs(OS.WINDOWS)
class Consumer_MavenTest {
    private static final Path USER = Path.of(System.getProperty("sequential.repository", "none"));
    private static final Path MAVEN = Path.of(System.getProperty("sequential.maven", "none"), "bin/mvn");
    private static final Path SAMPLE = Python.ROOT.resolve("samples/maven");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    /** Directory by artifact; the jar is named after the latter. */
    private static final Map<String, String> MODULES = Map.of(
            "sequential-parent", ".",
            "sequential-bom", "bom",
            "sequential-library", "library",
            "sequential-display", "display");

    @TempDir
    Path folder;

    private Path repository;
    private String version;

    @BeforeEach
    void fillRepository() throws IOException {
        assumeTrue(Files.isExecutable(MAVEN), "not started by Maven: skipped");
        Matcher found = VERSION.matcher(Files.readString(Python.ROOT.resolve("bom/pom.xml")));
        assertThat(found.find()).isTrue();
        version = found.group(1);
        assumeTrue(Files.exists(jar("sequential-display")), "the modules are not packaged: skipped");
        repository = Files.createDirectory(folder.resolve("repository"));
        link(USER, repository, "dev");
        link(USER.resolve("dev"), Files.createDirectory(repository.resolve("dev")), "sequential");
        for (Map.Entry<String, String> module : new TreeMap<>(MODULES).entrySet()) {
            Path home = repository.resolve("dev/sequential/" + module.getKey() + "/" + version);
            Files.createDirectories(home);
            String name = module.getKey() + "-" + version;
            Files.copy(Python.ROOT.resolve(module.getValue()).resolve("pom.xml"), home.resolve(name + ".pom"));
            if (Files.exists(jar(module.getKey()))) Files.copy(jar(module.getKey()), home.resolve(name + ".jar"));
        }
    }

    private Path jar(String artifact) {
        String module = MODULES.get(artifact);
        return Python.ROOT.resolve(module + "/target/" + artifact + "-" + version + ".jar");
    }

    private static void link(Path from, Path to, String except) throws IOException {
        if (!Files.isDirectory(from)) return;
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                if (!entry.endsWith(except)) Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
            }
        }
    }

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
                "-Dmaven.repo.local=" + repository,
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
            Matcher first = VERSION.matcher(Files.readString(Python.ROOT.resolve(module + "/pom.xml")));
            assertThat(first.find()).isTrue();
            versions.add(first.group(1));
        }
        assertThat(versions).containsOnly(version);
    }
}
