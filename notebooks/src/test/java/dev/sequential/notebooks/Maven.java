package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Maven that runs this build, and goals that need nothing to be fetched. */
final class Maven {
    /** In the version that the project names. */
    static final String COMPILE = "org.apache.maven.plugins:maven-compiler-plugin:compile";

    static final String CLASS_PATH = plugin("dependency") + ":build-classpath";

    private static final Path MVN = Path.of(System.getProperty("sequential.maven", "none"), "bin/mvn");

    private Maven() {}

    static boolean isThere() {
        return Files.isExecutable(MVN);
    }

    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(MVN.toString(), "-q", "-B", "-ntp"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String plugin(String name) {
        Pattern line = Pattern.compile("<artifactId>maven-" + name + "-plugin</artifactId>\\s*<version>([^<]+)<");
        try {
            Matcher version = line.matcher(Files.readString(Python.ROOT.resolve("pom.xml")));
            assertThat(version.find()).as(name).isTrue();
            return "org.apache.maven.plugins:maven-" + name + "-plugin:" + version.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
