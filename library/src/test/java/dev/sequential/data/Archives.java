package dev.sequential.data;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Small files in the formats that data sets come in. */
final class Archives {
    private static final int BLOCK = 512;

    private Archives() {}

    /** A {@code .tar.gz} of these files, after an entry for a folder. */
    static Path tar(Path file, Map<String, byte[]> files) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(header("folder/", 0, '5'));
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                byte[] content = entry.getValue();
                out.write(header(entry.getKey(), content.length, '0'));
                out.write(content);
                out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
            }
            out.write(new byte[2 * BLOCK]);
        }
        return file;
    }

    private static byte[] header(String name, int size, char type) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 124, String.format("%011o", size));
        header[156] = (byte) type;
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    /** A gzipped IDX file of these bytes. */
    static Path idx(Path file, int[] shape, byte... elements) throws IOException {
        return Files.write(file, idx(shape, elements));
    }

    /** The content of a gzipped IDX file of these bytes. */
    static byte[] idx(int[] shape, byte... elements) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(8 << 8 | shape.length);
            for (int length : shape) out.writeInt(length);
            out.write(elements);
        }
        return bytes.toByteArray();
    }
}
