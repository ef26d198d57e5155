package dev.sequential.data;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The binary version of CIFAR-10: six files of 10,000 images, each a byte for the class, then the red, the green and the
 * blue pixels row by row. Here they become {@code (height, width, colour)}.
 */
final class Cifar10 {
    private static final int SIDE = 32;
    private static final int COLOURS = 3;
    private static final int IMAGE = SIDE * SIDE * COLOURS;

    private final int file;
    private final byte[] bytes = new byte[IMAGE];
    private final float[] pixels = new float[IMAGE];

    private Cifar10(int file) {
        this.file = file;
    }

    /** The images of an archive with so many in each file. */
    static Examples.Split read(Path archive, int file) {
        Cifar10 reader = new Cifar10(file);
        Examples train = examples(5 * file);
        Examples test = examples(file);
        Tar.read(archive, (name, content) -> {
            int number = name.lastIndexOf("data_batch_");
            if (number >= 0) {
                int batch = name.charAt(number + "data_batch_".length()) - '1';
                reader.fill(content, train, batch * file);
            } else if (name.endsWith("test_batch.bin")) {
                reader.fill(content, test, 0);
            }
        });
        return new Examples.Split(train, test);
    }

    private static Examples examples(int n) {
        return new Examples(
                Nd4j.createUninitialized(DataType.FLOAT, n, SIDE, SIDE, COLOURS),
                Nd4j.createUninitialized(DataType.INT, n, 1));
    }

    private void fill(DataInputStream in, Examples to, int first) throws IOException {
        FloatBuffer x = to.x().data().asNioFloat();
        x.position(first * IMAGE);
        for (int i = first; i < first + file; i++) {
            to.y().data().put(i, in.readUnsignedByte());
            in.readFully(bytes);
            for (int p = 0; p < SIDE * SIDE; p++) {
                for (int c = 0; c < COLOURS; c++) pixels[p * COLOURS + c] = bytes[c * SIDE * SIDE + p] & 0xff;
            }
            x.put(pixels);
        }
    }
}
