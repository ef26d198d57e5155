package dev.sequential.data;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The files of a {@code .tar.gz}, one after another: a header of 512 bytes each, then the content filled up to whole 512s. */
final class Tar {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE = 12;
    private static final int TYPE_AT = 156;

    /** What is done with a file. */
    interface Visitor {
        /** {@code content} ends with the file; what is left of it is skipped. */
        void visit(String name, DataInputStream content) throws IOException;
    }

    private Tar() {}

    /** Shows each file of the archive to {@code visitor}. */
    static void read(Path archive, Visitor visitor) {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(archive), 1 << 16))) {
            byte[] header = new byte[BLOCK];
            for (in.readFully(header); header[0] != 0; in.readFully(header)) {
                long size = size(header);
                Part content = new Part(in, size);
                if (header[TYPE_AT] == '0' || header[TYPE_AT] == 0) {
                    visitor.visit(text(header, 0, NAME), new DataInputStream(content));
                }
                content.skipNBytes(content.left);
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            }
        } catch (IOException e) {
            String why = e.getMessage() == null ? "it ends too early" : e.getMessage();
            throw new UncheckedIOException(archive + " is no whole .tar.gz: " + why, e);
        }
    }

    private static long size(byte[] header) throws IOException {
        try {
            return Long.parseLong(text(header, SIZE_AT, SIZE), 8);
        } catch (NumberFormatException e) {
            throw new IOException("a file in it has no size", e);
        }
    }

    private static String text(byte[] header, int at, int length) {
        int end = at;
        while (end < at + length && header[end] != 0) end++;
        return new String(header, at, end - at, StandardCharsets.UTF_8).strip();
    }

    /** The next so many bytes of a stream. */
    private static final class Part extends InputStream {
        private final InputStream in;
        private long left;

        Part(InputStream in, long size) {
            this.in = in;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int at, int length) throws IOException {
            if (left == 0) return -1;
            int n = in.read(to, at, (int) Math.min(left, length));
            if (n < 0) throw new EOFException();
            left -= n;
            return n;
        }
    }
}
