package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Maven repository as {@code mvn install} leaves it: a folder of its own with this build's artifacts in it, and links to
 * everything else in the user's.
 */
record Repository(Path folder, String version) {
    static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    /** The user's. */
    static final Path USER = Path.of(System.getProperty("sequential.repository", "none"));
    /** Directory by artifact; the jar is named after the latter. */
    private static final Map<String, String> MODULES = Map.of(
            "sequential-parent", ".",
            "sequential-bom", "bom",
            "sequential-library", "library",
            "sequential-display", "display",
            "sequential-magics", "magics",
            "sequential-kernel-extension", "kernel-extension");

    /** Fills a new folder; skips the test where Maven has not packaged the modules. */
    static Repository fill(Path folder) throws IOException {
        Matcher found = VERSION.matcher(Files.readString(Python.ROOT.resolve("bom/pom.xml")));
        assertThat(found.find()).isTrue();
        Repository repository = new Repository(Files.createDirectory(folder), found.group(1));
        assumeTrue(
                Files.exists(repository.built("sequential-kernel-extension")), "the modules are not packaged: skipped");
        link(USER, folder, "dev");
        link(USER.resolve("dev"), Files.createDirectory(folder.resolve("dev")), "sequential");
        for (String module : MODULES.keySet()) repository.install(module);
        return repository;
    }

    private void install(String module) throws IOException {
        Path home = folder.resolve("dev/sequential/" + module + "/" + version);
        Files.createDirectories(home);
        String name = module + "-" + version;
        Files.copy(Python.ROOT.resolve(MODULES.get(module)).resolve("pom.xml"), home.resolve(name + ".pom"));
        if (Files.exists(built(module))) Files.copy(built(module), home.resolve(name + ".jar"));
    }

    private Path built(String module) {
        return Python.ROOT.resolve(MODULES.get(module) + "/target/" + module + "-" + version + ".jar");
    }

    private static void link(Path from, Path to, String except) throws IOException {
        if (!Files.isDirectory(from)) return;
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                if (!entry.endsWith(except)) Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
            }
        }
    }
}
