package dev.sequential;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Handwritten digits, images {@code (n, 28, 28)} of pixels from 0 to 1 and labels, where a folder with them is. */
record Mnist(INDArray images, INDArray labels) {
    private static final Path FOLDER = Path.of(System.getProperty("sequential.root", ".."), "../shared/data/mnist");

    static boolean isThere() {
        return Files.isDirectory(FOLDER);
    }

    static Mnist train() {
        return new Mnist(images("train-images-idx3-ubyte.gz"), labels("train-labels-idx1-ubyte.gz"));
    }

    static Mnist test() {
        return new Mnist(images("t10k-images-idx3-ubyte.gz"), labels("t10k-labels-idx1-ubyte.gz"));
    }

    /** With images {@code (n, 28, 28, 1)}. */
    Mnist withChannel() {
        return new Mnist(images.reshape(images.size(0), 28, 28, 1), labels);
    }

    private static INDArray images(String file) {
        byte[] bytes = bytes(file, 16);
        float[] pixels = new float[bytes.length];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (bytes[i] & 0xff) / 255f;
        return Nd4j.createFromArray(pixels).reshape(bytes.length / 784, 28, 28);
    }

    private static INDArray labels(String file) {
        byte[] bytes = bytes(file, 8);
        int[] labels = new int[bytes.length];
        for (int i = 0; i < labels.length; i++) labels[i] = bytes[i];
        return Nd4j.createFromArray(labels);
    }

    private static byte[] bytes(String file, int header) {
        try (DataInputStream in =
                new DataInputStream(new GZIPInputStream(Files.newInputStream(FOLDER.resolve(file))))) {
            in.skipNBytes(header);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
