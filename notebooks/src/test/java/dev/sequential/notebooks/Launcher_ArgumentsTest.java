package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher answers to a wrong call, before it sets anything up. */
@DisabledOnOs(OS.WINDOWS)
class Launcher_ArgumentsTest {
    private static final Path ROOT = Path.of(System.getProperty("sequential.root", ".."));

    @TempDir
    Path folder;

    private record Answer(int code, String out, String err) {}

    private Answer call(Path launcher, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", launcher.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        int code = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Answer(
                code,
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8).strip());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "train                    | no command 'train'. See ./sequential help.",
                "run                      | run needs a file: FILE.ipynb or FILE.jsh. See ./sequential help.",
                "run a.jsh b              | run takes one file, but received a.jsh and b; a script's arguments come after --. See ./sequential help.",
                "run a.txt                | run expects FILE.ipynb or FILE.jsh, but received a.txt. See ./sequential help.",
                "run a.ipynb --out        | --out needs a file. See ./sequential help.",
                "run a.ipynb --in x       | run does not know the option --in. See ./sequential help.",
                "run a.ipynb -- 3         | a notebook takes no arguments, but received 3. See ./sequential help.",
                "run a.jsh                | no such file: a.jsh",
                "lab a.ipynb --no-browser | no such file: a.ipynb",
            })
    void answersAWrongCallInOneLine(String arguments, String message) throws Exception {
        Answer answer = call(ROOT.resolve("sequential"), arguments.split(" "));
        assertThat(answer).isEqualTo(new Answer(2, "", "sequential: " + message));
    }

    @Test
    void helpsThroughASymbolicLinkToo() throws Exception {
        Path link = Files.createSymbolicLink(
                folder.resolve("a link"), ROOT.resolve("sequential").toRealPath());
        Answer answer = call(link, "help");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("./sequential lab", "./sequential run FILE.ipynb", "./sequential jshell");
        assertThat(answer).isEqualTo(call(ROOT.resolve("sequential")));
        assertThat(answer).isEqualTo(call(ROOT.resolve("sequential"), "run", "--help"));
    }
}
