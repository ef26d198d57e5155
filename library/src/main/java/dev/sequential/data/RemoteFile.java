package dev.sequential.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of a data set, too large to come with the library.
 *
 * @param source where it is
 * @param bytes its size
 * @param sha256 its SHA-256 in hexadecimal digits
 */
record RemoteFile(URI source, long bytes, String sha256) {
    RemoteFile(String source, long bytes, String sha256) {
        this(URI.create(source), bytes, sha256);
    }

    /** The last part of its address. */
    String name() {
        String path = source.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The file in this folder, downloaded if it is not there yet. What a user has put there is taken as it is. */
    Path in(Path folder) {
        Path file = folder.resolve(name());
        if (Files.exists(file)) return file;
        try {
            Files.createDirectories(folder);
            new Download(this, file).run();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(missing(file, e), e);
        }
    }

    /** Whether this is the file's content to the last byte. */
    boolean matches(Path file) throws IOException {
        if (Files.size(file) != bytes) return false;
        try (InputStream in = Files.newInputStream(file)) {
            DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest()).equals(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private String missing(Path file, IOException cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return "Cannot download " + name() + ": " + why + "\nGet it from " + source + " and put it into "
                + file.getParent() + ",\nor name the folder that has it: " + DataFolder.HELP;
    }
}
