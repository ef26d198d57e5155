package dev.sequential.saving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file that may be broken or made to do harm: whatever goes wrong inside is one error with the file's name. */
final class Untrusted {
    /** Reads something. */
    interface Reading<T> {
        T read() throws IOException;
    }

    private Untrusted() {}

    static <T> T read(Path file, Reading<T> reading) {
        try {
            return reading.read();
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("There is no file " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        } catch (UnsupportedOperationException e) {
            throw new UnsupportedOperationException(file + ": " + e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new IllegalArgumentException(file + " cannot be loaded: " + e.getMessage(), e);
        }
    }
}
