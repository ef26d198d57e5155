package dev.sequential.magics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The imports a notebook, a script and JShell start with: one list, {@code imports.jsh}, for all of them.
 *
 * <pre>{@code
 * String source = Imports.source();
 * List<String> statements = Imports.statements();
 * }</pre>
 */
public final class Imports {
    private Imports() {}

    /** The import statements as JShell source text, one a line. */
    public static String source() {
        try (InputStream in = Imports.class.getResourceAsStream("imports.jsh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The import statements one by one, without comments and empty lines. */
    public static List<String> statements() {
        return source().lines()
                .map(String::strip)
                .filter(line -> line.startsWith("import "))
                .toList();
    }
}
