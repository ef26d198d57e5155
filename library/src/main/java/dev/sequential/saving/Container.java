package dev.sequential.saving;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file is, told by its first bytes and not by its name. */
enum Container {
    ZIP,
    HDF5,
    OTHER;

    static Container of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            if (start.equals("PK\3\4")) return ZIP;
            return start.equals("\u0089HDF") ? HDF5 : OTHER;
        }
    }
}
