package dev.sequential.saving;

import dev.sequential.engine.Check;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.WritableGroup;
import io.jhdf.api.dataset.ContiguousDataset;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Folders in HDF5 files. What is read is not trusted: only plain groups and arrays that lie in the file as they are, and
 * no more of them than the file has bytes.
 */
final class Hdf5 {
    private static final int MAX_DEPTH = 64;

    /** jHDF tells of every array it reads and warns of every file it writes; kept here, or the setting is forgotten. */
    private static final Logger LOGGER = Logger.getLogger("io.jhdf");

    static {
        if (LOGGER.getLevel() == null) LOGGER.setLevel(Level.SEVERE);
    }

    private Hdf5() {}

    static void write(Folder folder, Path file) {
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            fill(hdf, folder);
        }
    }

    private static void fill(WritableGroup to, Folder from) {
        from.attributes().forEach((name, value) -> {
            if (value instanceof String text) to.putAttribute(name, text);
            else if (!((List<?>) value).isEmpty()) to.putAttribute(name, ((List<?>) value).toArray(String[]::new));
        });
        from.arrays().forEach((name, array) -> to.putDataset(name, nested(array)));
        from.folders().forEach((name, folder) -> fill(to.putGroup(name), folder));
        // jHDF 0.13 ends a file with a note right after the last array it wrote, so every folder must have one.
        if (from.isEmpty()) to.putDataset("none", 0);
    }

    /** The whole content of a file. */
    static Folder read(Path file) throws IOException {
        long size = Files.size(file);
        try (HdfFile hdf = new HdfFile(file)) {
            return read(hdf, size);
        }
    }

    /** The whole content of a file in memory. */
    static Folder read(byte[] bytes) {
        try (HdfFile hdf = HdfFile.fromBytes(bytes)) {
            return read(hdf, bytes.length);
        }
    }

    private static Folder read(HdfFile hdf, long size) {
        Folder folder = new Folder();
        new Reader(size).fill(folder, hdf, "", 0);
        return folder;
    }

    /** Reads within a budget of bytes. */
    private static final class Reader {
        private long left;

        Reader(long budget) {
            left = budget;
        }

        void fill(Folder to, Group from, String path, int depth) {
            Check.that(depth < MAX_DEPTH, "Its folders are nested more than %d deep", MAX_DEPTH);
            for (Attribute attribute : from.getAttributes().values()) attribute(to, attribute, path);
            for (Map.Entry<String, Node> child : from.getChildren().entrySet()) {
                Node node = child.getValue();
                String at = path + "/" + child.getKey();
                Check.that(!node.isLink(), "\"%s\" is a link, which is not followed", at);
                if (node instanceof Group group) fill(to.folder(child.getKey()), group, at, depth + 1);
                else if (node instanceof Dataset data) to.put(child.getKey(), array(data, at));
            }
        }

        private void attribute(Folder to, Attribute attribute, String path) {
            spend(attribute.getSizeInBytes(), path + "@" + attribute.getName());
            if (attribute.getJavaType() != String.class || attribute.isEmpty()) return;
            Object value = attribute.getData();
            to.attribute(
                    attribute.getName(),
                    value instanceof Object[] texts
                            ? Arrays.stream(texts).map(String::valueOf).toList()
                            : String.valueOf(value));
        }

        private INDArray array(Dataset data, String at) {
            Check.that(
                    data instanceof ContiguousDataset && !data.isCompound() && !data.isVariableLength(),
                    "\"%s\" is stored in pieces, compressed or not as numbers, which Keras does not do",
                    at);
            long[] shape = data.getDimensionsAsLong();
            long count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
            spend(Math.multiplyExact(count, (long) data.getDataType().getSize()), at);
            if (count == 0) return Nd4j.empty(DataType.FLOAT);
            INDArray flat = flat(data.getDataFlat(), at);
            return shape.length == 0 ? flat.reshape() : flat.reshape(shape);
        }

        private void spend(long bytes, String at) {
            left -= bytes;
            Check.that(bytes >= 0 && left >= 0, "\"%s\" claims more bytes than the file has", at);
        }
    }

    private static INDArray flat(Object data, String at) {
        Check.that(data.getClass().isArray(), "\"%s\" is not an array of numbers", at);
        Object first = Array.get(data, 0);
        Check.that(first instanceof Number, "\"%s\" is not an array of numbers", at);
        if (data instanceof float[] f) return Nd4j.createFromArray(f);
        if (data instanceof double[] d) return Nd4j.createFromArray(d);
        if (data instanceof int[] i) return Nd4j.createFromArray(i);
        if (data instanceof long[] l) return Nd4j.createFromArray(l);
        double[] values = new double[Array.getLength(data)];
        for (int i = 0; i < values.length; i++) values[i] = ((Number) Array.get(data, i)).doubleValue();
        return Nd4j.createFromArray(values);
    }

    /** The Java array of an array, as the HDF5 library wants it; a boxed number for a single one. */
    private static Object nested(INDArray array) {
        Object flat = values(array);
        if (array.rank() == 0) return Array.get(flat, 0);
        int[] shape = Arrays.stream(array.shape()).mapToInt(Math::toIntExact).toArray();
        Object nested = Array.newInstance(flat.getClass().getComponentType(), shape);
        copy(flat, 0, nested, shape, 0);
        return nested;
    }

    private static int copy(Object flat, int from, Object nested, int[] shape, int axis) {
        if (axis == shape.length - 1) {
            System.arraycopy(flat, from, nested, 0, shape[axis]);
            return from + shape[axis];
        }
        int next = from;
        for (int i = 0; i < shape[axis]; i++) next = copy(flat, next, Array.get(nested, i), shape, axis + 1);
        return next;
    }

    private static Object values(INDArray array) {
        INDArray flat = array.rank() == 0 ? array.reshape(1) : array.dup('c').reshape(array.length());
        return switch (array.dataType()) {
            case FLOAT -> flat.toFloatVector();
            case INT -> flat.toIntVector();
            case LONG -> flat.toLongVector();
            default -> flat.toDoubleVector();
        };
    }
}
