package dev.sequential.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Deeplearning4j in a class path of its own, which this library's never meets.
 *
 * @param sources its side of the benchmarks: a {@code pom.xml} that lists the libraries, and classes
 * @param state folder to keep both in
 */
record Dl4jEnvironment(Path sources, Path state) {
    /** Fetches the libraries if they are not there yet, compiles the classes, and tells how to start them. */
    Entrant entrant() {
        Path home = state.resolve("dl4j");
        Path pom = sources.resolve("pom.xml");
        new Installation("DL4J", home, pom, "Maven")
                .ensure(
                        "some 200 MB",
                        List.of(List.of(
                                "bash",
                                sources.resolve("fetch.sh").toString(),
                                home.resolve("lib").toString())));
        Path classes = home.resolve("classes");
        String libraries = Java.path(files(home.resolve("lib"), ".jar"), List.of(Java.own()));
        compile(classes, libraries);
        String path = Java.path(List.of(classes), List.of(libraries));
        // How threads wait is the launcher's choice here too: by itself DL4J is many times slower on a busy machine.
        List<String> command = Java.command(path, "dev.sequential.benchmarks.Dl4j");
        return new Entrant("dl4j", command, environment -> {}, state.resolve("dl4j.log"), true);
    }

    private void compile(Path classes, String classPath) {
        List<String> command = new ArrayList<>(
                List.of("-parameters", "-nowarn", "-proc:none", "-cp", classPath, "-d", classes.toString()));
        files(sources, ".java").forEach(file -> command.add(file.toString()));
        if (ToolProvider.getSystemJavaCompiler().run(null, System.err, System.err, command.toArray(String[]::new))
                != 0) {
            throw Failure.of("the classes in " + sources + " do not compile");
        }
    }

    private static List<Path> files(Path folder, String end) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(end)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
