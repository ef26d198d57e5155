package dev.sequential.magics;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;

/**
 * Runs a JShell script to its first error, unlike {@code jshell FILE}, which goes on after errors and ends well. The script
 * starts with JShell's default imports and {@link Imports}, sees its arguments in the variable {@code args}, and runs inside
 * this process: what it prints, reads and returns by {@code System.exit} is this process's own.
 *
 * <pre>{@code
 * java -cp ... dev.sequential.magics.ScriptRunner train.jsh 10 adam
 * }</pre>
 */
public final class ScriptRunner {
    private static final List<String> DEFAULT_IMPORTS = List.of(
            "java.io.*",
            "java.math.*",
            "java.net.*",
            "java.nio.file.*",
            "java.util.*",
            "java.util.concurrent.*",
            "java.util.function.*",
            "java.util.prefs.*",
            "java.util.regex.*",
            "java.util.stream.*");

    private final JShell shell;
    private final PrintStream err;
    private String file;

    private ScriptRunner(JShell shell, PrintStream err) {
        this.shell = shell;
        this.err = err;
    }

    /** Ends with 0 when every snippet ran, 1 at the first error and 2 when there is no script to run. */
    public static void main(String... args) {
        if (args.length == 0) {
            System.err.println("Which script? Expected: ScriptRunner FILE.jsh [argument]...");
            System.exit(2);
        }
        System.exit(run(Path.of(args[0]), List.of(args).subList(1, args.length), System.err));
    }

    /**
     * Runs one script.
     *
     * @param script the file
     * @param args what the script sees as {@code args}
     * @param err where the error goes, if there is one
     * @return 0 when every snippet ran, 1 at the first error, 2 when the script cannot be read, or the script's own {@code /exit} code
     */
    public static int run(Path script, List<String> args, PrintStream err) {
        String text;
        try {
            text = Files.readString(script);
        } catch (IOException e) {
            err.println("Cannot read " + script + ": " + e.getMessage());
            return 2;
        }
        try (JShell shell = JShell.builder()
                .executionEngine("local")
                .compilerOptions("--class-path", System.getProperty("java.class.path"), "-parameters", "-g")
                .build()) {
            return new ScriptRunner(shell, err).run(script.getFileName().toString(), text, args);
        }
    }

    private int run(String name, String text, List<String> args) {
        file = "start-up";
        String start = DEFAULT_IMPORTS.stream().map(i -> "import " + i + ";\n").collect(Collectors.joining())
                + Imports.source()
                + "String[] args = {" + args.stream().map(ScriptRunner::literal).collect(Collectors.joining(", "))
                + "};";
        int code = runAll(start);
        if (code != 0) {
            return code;
        }
        file = name;
        return runAll(text);
    }

    private int runAll(String text) {
        for (Script.Piece piece : Script.cut(text, shell.sourceCodeAnalysis())) {
            if (piece.source().startsWith("/exit")) {
                String code = piece.source().substring("/exit".length()).strip();
                return code.matches("\\d{1,3}")
                        ? Integer.parseInt(code)
                        : code.isEmpty() ? 0 : fail(piece, "Expected /exit or /exit NUMBER");
            }
            if (piece.source().matches("(?s)/[a-z!?].*")) {
                return fail(piece, "Only /exit works in a script; other commands of jshell need ./sequential jshell");
            }
            for (SnippetEvent event : shell.eval(piece.source())) {
                if (event.causeSnippet() == null && !succeeded(piece, event)) {
                    return 1;
                }
            }
        }
        return 0;
    }

    private boolean succeeded(Script.Piece piece, SnippetEvent event) {
        if (event.status() == Snippet.Status.REJECTED) {
            String problems = shell.diagnostics(event.snippet())
                    .filter(Diag::isError)
                    .map(d -> d.getMessage(Locale.ENGLISH))
                    .distinct()
                    .collect(Collectors.joining(System.lineSeparator()));
            fail(piece, problems.isEmpty() ? "incomplete at the end of the script" : problems);
            return false;
        }
        if (event.exception() != null) {
            fail(piece, describe(event.exception()));
            return false;
        }
        return true;
    }

    private int fail(Script.Piece piece, String message) {
        List<String> lines = piece.source().lines().toList();
        err.println(file + ":" + piece.line() + ": " + message);
        lines.stream().limit(5).forEach(line -> err.println("    | " + line));
        if (lines.size() > 5) {
            err.println("    | ... (" + (lines.size() - 5) + " more lines)");
        }
        return 1;
    }

    private String describe(JShellException exception) {
        if (exception instanceof UnresolvedReferenceException unresolved) {
            String missing =
                    shell.unresolvedDependencies(unresolved.getSnippet()).collect(Collectors.joining(", "));
            return "uses what is not defined yet: " + missing;
        }
        StringBuilder text = new StringBuilder();
        for (Throwable t = exception; t != null; t = t.getCause()) {
            String type = t instanceof EvalException e
                    ? e.getExceptionClassName()
                    : t.getClass().getName();
            text.append(text.isEmpty() ? "" : System.lineSeparator() + "Caused by ")
                    .append(type.substring(type.lastIndexOf('.') + 1))
                    .append(t.getMessage() == null ? "" : ": " + t.getMessage());
            Arrays.stream(t.getStackTrace())
                    .filter(frame -> !frame.getClassName().startsWith("REPL.")
                            || !frame.getMethodName().equals("do_it$"))
                    .limit(6)
                    .forEach(frame -> text.append(System.lineSeparator())
                            .append("        at ")
                            .append(frame));
        }
        return text.toString();
    }

    private static String literal(String value) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ') {
                literal.append(String.format("\\%03o", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }
}
