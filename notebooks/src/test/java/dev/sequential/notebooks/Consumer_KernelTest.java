package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The line {@code %maven} of the documentation, in JJava as it comes. The test itself is in maven_kernel_test.py. */
@DisabledOnOs(OS.WINDOWS)
@EnabledIfSystemProperty(named = Python.PROPERTY, matches = ".+")
class Consumer_KernelTest {
    @TempDir
    Path folder;

    @Test
    void mavenInACellBringsEverything() throws Exception {
        Repository repository = Repository.fill(folder.resolve("repository"));
        Python.Answer answer = Python.run(
                Python.ROOT.resolve("notebooks/src/test/python/maven_kernel_test.py"),
                repository.folder().toString(),
                repository.version());
        assertThat(answer.code()).as(answer.output()).isZero();
    }
}
