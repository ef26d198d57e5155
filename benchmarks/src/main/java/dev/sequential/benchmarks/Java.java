package dev.sequential.benchmarks;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Further Java processes like this one. */
final class Java {
    private Java() {}

    /** The command that starts a class with the options this process was started with. */
    static List<String> command(String classPath, String main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", classPath, main));
        return command;
    }

    /** The class path of this process. */
    static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** The classes of the benchmarks alone. */
    static Path own() {
        try {
            return Path.of(Java.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Joins the parts of a class path. */
    static String path(List<?>... parts) {
        return Stream.of(parts)
                .flatMap(List::stream)
                .map(Object::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
