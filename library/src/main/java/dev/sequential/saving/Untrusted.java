package dev.sequential.saving;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Reads a file that may be broken or made to do harm: whatever goes wrong inside is one error with the file's name. */
final class Untrusted {
    private static final int LONGEST_MESSAGE = 500;

    /** Reads something. */
    interface Reading<T> {
        T read() throws IOException;
    }

    private Untrusted() {}

    static <T> T read(Path file, Reading<T> reading) {
        try {
            if (Files.isDirectory(file)) throw new IOException("it is a folder");
            return reading.read();
        } catch (ZipException | EOFException e) {
            throw refused(file, "it is damaged" + (e.getMessage() == null ? "" : ": " + e.getMessage()), e);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("There is no file " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        } catch (UnsupportedOperationException e) {
            throw new UnsupportedOperationException(file + ": " + e.getMessage(), e);
        } catch (ArithmeticException e) {
            throw refused(file, "a number in it is too large", e);
        } catch (StackOverflowError e) {
            throw refused(file, "it is nested too deeply", e);
        } catch (OutOfMemoryError e) {
            throw refused(file, "it asks for more memory than there is", e);
        } catch (RuntimeException e) {
            throw refused(file, e.getMessage() == null ? "it is damaged" : e.getMessage(), e);
        }
    }

    private static IllegalArgumentException refused(Path file, String why, Throwable cause) {
        return new IllegalArgumentException(file + " cannot be loaded: " + tame(why), cause);
    }

    /** A message that may repeat what the file says: not endless, and without characters that move the cursor. */
    private static String tame(String message) {
        String text = String.valueOf(message).replaceAll("[\\p{Cntrl}&&[^\\n]]", "?");
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
    }
}
