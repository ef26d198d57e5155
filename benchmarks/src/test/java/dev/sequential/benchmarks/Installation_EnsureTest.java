package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "calls sh")
class Installation_EnsureTest {
    @TempDir
    Path folder;

    private Path list;
    private Installation installation;

    @BeforeEach
    void list() throws IOException {
        list = Files.writeString(folder.resolve("list.txt"), "keras==1");
        installation = new Installation("Fake", folder.resolve("home"), list, "a shell");
    }

    private void ensure(String script) {
        installation.ensure("1 kB", List.of(List.of("sh", "-c", script)));
    }

    private long runs() throws IOException {
        Path runs = folder.resolve("runs");
        return Files.exists(runs) ? Files.readAllLines(runs).size() : 0;
    }

    @Test
    void installsOnce() throws IOException {
        ensure("echo run >> " + folder.resolve("runs"));
        ensure("echo run >> " + folder.resolve("runs"));
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void installsAgainWhenTheListChanges() throws IOException {
        ensure("echo run >> " + folder.resolve("runs"));
        Files.writeString(list, "keras==2");
        ensure("echo run >> " + folder.resolve("runs"));
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void installsAgainAfterAFailure() throws IOException {
        assertThatThrownBy(() -> ensure("exit 3"))
                .isInstanceOf(Failure.class)
                .hasMessage("Fake could not be installed, which needs the internet and a shell. All of it: "
                        + folder.resolve("home-setup.log") + ". To do without: --peers none");
        ensure("echo run >> " + folder.resolve("runs"));
        assertThat(runs()).isEqualTo(1);
    }
}
