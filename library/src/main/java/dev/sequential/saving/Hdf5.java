package dev.sequential.saving;

import dev.sequential.engine.Check;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Folders in HDF5 files. */
final class Hdf5 {
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 16;

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
        Check.that(
                Container.of(file) != Container.ZIP,
                "it is a .keras archive, no HDF5 file. Let its name end with .keras.");
        long size = Files.size(file);
        // From memory nothing is read that is not there, whatever lengths the file claims; only giants do not fit.
        if (size <= LARGEST_ARRAY) return read(Files.readAllBytes(file));
        try (HdfFile hdf = new HdfFile(file)) {
            return new Hdf5Reader(hdf, size).read();
        }
    }

    /** The whole content of a file in memory. */
    static Folder read(byte[] bytes) {
        try (HdfFile hdf = HdfFile.fromBytes(bytes)) {
            return new Hdf5Reader(hdf, bytes.length).read();
        }
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
