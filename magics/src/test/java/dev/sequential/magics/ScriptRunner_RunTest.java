package dev.sequential.magics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptRunner_RunTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String script, String... args) throws IOException {
        Path file = Files.writeString(folder.resolve("a script.jsh"), script.replace("OUT", out()));
        return ScriptRunner.run(file, List.of(args), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    /** A literal of the file the scripts write to. */
    private String out() {
        return "Path.of(\"" + folder.resolve("out.txt").toString().replace("\\", "\\\\") + "\")";
    }

    private String written() throws IOException {
        return Files.readString(folder.resolve("out.txt"));
    }

    private String error() {
        return err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @Test
    void runsWithImportsArgumentsAndWithoutSemicolons() throws IOException {
        int code = run("""
                // a comment first
                #!/usr/bin/env jshell
                int twice(int x) {
                    return 2 * x;
                }
                var list = new ArrayList<Integer>()
                list.add(twice(21)); list.add(1)
                var text = list.stream()
                    .map(String::valueOf)
                    // between
                    .collect(Collectors.joining("+"))
                if (args.length == 3) {
                    text += args[0] + args[1];
                } else {
                    text = "wrong";
                }
                INDArray ones = Nd4j.ones(2)
                Files.writeString(OUT, text + args[2] + ones.sumNumber().intValue())
                """, "|", "quote \" back \\ line \n end é", "|");
        assertThat(error()).isEmpty();
        assertThat(code).isZero();
        assertThat(written()).isEqualTo("42+1|quote \" back \\ line \n end é|2");
    }

    @Test
    void stopsAtTheFirstCompileError() throws IOException {
        int code = run("""
                int a = 1;

                int b = undefined + a;
                Files.writeString(OUT, "went on");
                """);
        assertThat(code).isOne();
        assertThat(error()).isEqualTo("""
                a script.jsh:3: cannot find symbol
                  symbol:   variable undefined
                  location: class\s
                    | int b = undefined + a;
                """);
        assertThat(folder.resolve("out.txt")).doesNotExist();
    }

    @Test
    void stopsAtTheFirstExceptionAndNamesItsCause() throws IOException {
        int code = run("""
                void fail() {
                    throw new IllegalStateException("outer", new IllegalArgumentException("inner"));
                }
                fail();
                Files.writeString(OUT, "went on");
                """);
        assertThat(code).isOne();
        assertThat(error())
                .startsWith("a script.jsh:4: IllegalStateException: outer")
                .contains("Caused by IllegalArgumentException: inner")
                .contains("    | fail();");
        assertThat(folder.resolve("out.txt")).doesNotExist();
    }

    @Test
    void saysWhatAMethodStillNeeds() throws IOException {
        assertThat(run("int f() { return missing(); }\nf();\n")).isOne();
        assertThat(error()).startsWith("a script.jsh:2: uses what is not defined yet: method missing()");
    }

    @Test
    void saysThatTheScriptIsCutOff() throws IOException {
        assertThat(run("int a = 1;\nvoid f() {\n  int b = 2;\n")).isOne();
        assertThat(error()).startsWith("a script.jsh:2: ").contains("    | void f() {");
    }

    @Test
    void exitsWithTheScriptsCode() throws IOException {
        assertThat(run("Files.writeString(OUT, \"before\");\n/exit 7\nFiles.writeString(OUT, \"after\");\n"))
                .isEqualTo(7);
        assertThat(written()).isEqualTo("before");
        assertThat(error()).isEmpty();
    }

    @Test
    void rejectsOtherCommandsOfJShell() throws IOException {
        assertThat(run("/open other.jsh\n")).isOne();
        assertThat(error())
                .startsWith(
                        "a script.jsh:1: Only /exit works in a script; other commands of jshell need ./sequential jshell");
    }

    @Test
    void saysThatTheFileIsMissing() {
        Path missing = folder.resolve("missing.jsh");
        assertThat(ScriptRunner.run(missing, List.of(), new PrintStream(err, true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
        assertThat(error()).startsWith("Cannot read " + missing);
    }
}
