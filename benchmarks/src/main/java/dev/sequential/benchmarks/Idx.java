package dev.sequential.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A gzipped IDX file of bytes, the format of MNIST: two zeros, the element type (8 = unsigned byte), the number of axes,
 * each axis's length as a big-endian int, then the elements row by row.
 */
record Idx(long[] shape, byte[] elements) {
    private static final int UNSIGNED_BYTE = 8;

    /** The file as float32, 0 to 255. */
    static INDArray floats(Path file) {
        Idx idx = read(file);
        float[] values = new float[idx.elements.length];
        for (int i = 0; i < values.length; i++) values[i] = idx.elements[i] & 0xff;
        return Nd4j.createFromArray(values).reshape(idx.shape);
    }

    /** The file as int32. */
    static INDArray ints(Path file) {
        Idx idx = read(file);
        int[] values = new int[idx.elements.length];
        for (int i = 0; i < values.length; i++) values[i] = idx.elements[i] & 0xff;
        return Nd4j.createFromArray(values).reshape(idx.shape);
    }

    private static Idx read(Path file) {
        ByteBuffer bytes = ByteBuffer.wrap(unpack(file));
        int type = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
        int axes = type & 0xff;
        if (type >>> 8 != UNSIGNED_BYTE || bytes.remaining() < Integer.BYTES * axes) throw notIdx(file);
        long[] shape = new long[axes];
        for (int i = 0; i < axes; i++) shape[i] = bytes.getInt();
        if (bytes.remaining() != Arrays.stream(shape).reduce(1, (a, b) -> a * b)) throw notIdx(file);
        byte[] elements = new byte[bytes.remaining()];
        bytes.get(elements);
        return new Idx(shape, elements);
    }

    private static byte[] unpack(Path file) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return in.readAllBytes();
        } catch (NoSuchFileException e) {
            throw Failure.of("no such file: " + file);
        } catch (IOException e) {
            throw Failure.of("cannot read " + file + ": " + e.getMessage());
        }
    }

    private static Failure notIdx(Path file) {
        return Failure.of(file + " is no IDX file of unsigned bytes");
    }
}
