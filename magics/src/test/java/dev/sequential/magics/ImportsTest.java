package dev.sequential.magics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.junit.jupiter.api.Test;

class ImportsTest {
    @Test
    void everyImportNamesSomethingThatExists() {
        try (JShell shell = JShell.builder()
                .executionEngine("local")
                .compilerOptions("--class-path", System.getProperty("java.class.path"))
                .build()) {
            List<String> rejected = Imports.statements().stream()
                    .filter(statement -> shell.eval(statement).get(0).status() != Snippet.Status.VALID)
                    .toList();
            assertThat(rejected).isEmpty();
            assertThat(Imports.statements()).isNotEmpty();
        }
    }
}
