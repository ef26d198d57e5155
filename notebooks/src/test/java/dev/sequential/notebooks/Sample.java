package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of one of the sample projects, which know nothing of this build but the artifacts in a repository. */
record Sample(Path folder) {
    /** What the program prints, whichever tool has built it. */
    static final String LEARNED = "Held back: loss: [0-9.]+, accuracy: (0\\.9\\d*|1\\.0*)";

    /** Folders that a build leaves behind. */
    private static final List<String> OUTPUT = List.of("target", "build", ".gradle");

    static Sample copy(String name, Path to) throws IOException {
        Path from = Python.ROOT.resolve("samples").resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path inside = from.relativize(file);
                if (OUTPUT.contains(inside.getName(0).toString())) continue;
                if (Files.isDirectory(file)) Files.createDirectories(to.resolve(inside.toString()));
                else Files.copy(file, to.resolve(inside.toString()));
            }
        }
        return new Sample(to);
    }

    /** What a command prints that runs in this folder and succeeds. */
    String run(List<String> command) throws IOException, InterruptedException {
        Python.Answer answer = Command.run(folder, Map.of(), command);
        assertThat(answer.code()).as(answer.output()).isZero();
        return answer.output();
    }
}
