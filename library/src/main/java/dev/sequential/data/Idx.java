package dev.sequential.data;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A gzipped IDX file of bytes, the format of MNIST: two zeros, the element type (8 = unsigned byte), the number of axes,
 * each axis's length as a big-endian int, then the elements row by row.
 */
final class Idx {
    private static final int UNSIGNED_BYTE = 8;
    private static final int CHUNK = 1 << 16;

    private Idx() {}

    /** The file as float32, 0 to 255. */
    static INDArray floats(Path file) {
        return read(file, (in, shape) -> {
            INDArray array = Nd4j.createUninitialized(DataType.FLOAT, shape);
            floats(in, array.data().asNioFloat());
            return array;
        });
    }

    /** The file as int32. */
    static INDArray ints(Path file) {
        return read(file, (in, shape) -> {
            int[] values = new int[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
            for (int i = 0; i < values.length; i++) values[i] = in.readUnsignedByte();
            return Nd4j.createFromArray(values).reshape(shape);
        });
    }

    /** Fills {@code to} with bytes, each as a number from 0 to 255. */
    static void floats(DataInputStream in, FloatBuffer to) throws IOException {
        byte[] bytes = new byte[CHUNK];
        while (to.hasRemaining()) {
            int n = Math.min(bytes.length, to.remaining());
            in.readFully(bytes, 0, n);
            for (int i = 0; i < n; i++) to.put(bytes[i] & 0xff);
        }
    }

    private interface Elements {
        INDArray read(DataInputStream in, long[] shape) throws IOException;
    }

    private static INDArray read(Path file, Elements elements) {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file), CHUNK))) {
            int type = in.readInt();
            if (type >>> 8 != UNSIGNED_BYTE) throw new IOException("it does not begin as one");
            long[] shape = new long[type & 0xff];
            for (int i = 0; i < shape.length; i++) shape[i] = in.readInt();
            INDArray array = elements.read(in, shape);
            if (in.read() >= 0) throw new IOException("it has more elements than its shape says");
            return array;
        } catch (IOException e) {
            String why = e.getMessage() == null ? "it ends too early" : e.getMessage();
            throw new UncheckedIOException(file + " is no IDX file of unsigned bytes: " + why, e);
        }
    }
}
