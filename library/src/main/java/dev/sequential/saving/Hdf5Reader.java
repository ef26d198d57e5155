package dev.sequential.saving;

import dev.sequential.engine.Check;
import io.jhdf.GlobalHeap;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.VariableLength;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reads an HDF5 file that is not trusted: only plain groups, each once, and arrays and texts that lie in the file as they
 * are, and no more of them than the file has bytes.
 */
final class Hdf5Reader {
    private static final int MAX_DEPTH = 64;
    private static final int LEAST_BYTES = 16; // of any group, array or attribute

    private final HdfFile hdf;
    private final Set<Long> met = new HashSet<>();
    private long left;

    Hdf5Reader(HdfFile hdf, long size) {
        this.hdf = hdf;
        this.left = size;
    }

    Folder read() {
        Folder root = new Folder();
        fill(root, hdf, "", 0);
        return root;
    }

    private void fill(Folder to, Group from, String path, int depth) {
        Check.that(depth < MAX_DEPTH, "Its folders are nested more than %d deep", MAX_DEPTH);
        Check.that(met.add(from.getAddress()), "\"%s\" is a folder that it has elsewhere too", path);
        for (Attribute attribute : from.getAttributes().values()) attribute(to, attribute, path);
        for (Map.Entry<String, Node> child : from.getChildren().entrySet()) {
            Node node = child.getValue();
            String at = path + "/" + child.getKey();
            Check.that(!node.isLink(), "\"%s\" is a link, which is not followed", at);
            spend(LEAST_BYTES, at);
            if (node instanceof Group group) fill(to.child(child.getKey()), group, at, depth + 1);
            else if (node instanceof Dataset data) to.put(child.getKey(), array(data, at));
        }
    }

    private void attribute(Folder to, Attribute attribute, String path) {
        String at = path + "@" + attribute.getName();
        spend(Math.max(LEAST_BYTES, attribute.getSizeInBytes()), at);
        if (attribute.getJavaType() != String.class || attribute.isEmpty()) return;
        List<String> texts = attribute.getDataType() instanceof VariableLength type
                ? elsewhere(attribute, type, at)
                : here(attribute.getData());
        boolean single = attribute.getDimensions().length == 0 && texts.size() == 1;
        to.attribute(attribute.getName(), single ? texts.get(0) : texts);
    }

    private static List<String> here(Object texts) {
        if (!(texts instanceof Object[] array)) return List.of(String.valueOf(texts));
        return Arrays.stream(array).map(String::valueOf).toList();
    }

    /** Texts of any length, each kept in a heap; the attribute has its length, the heap's address and a number there. */
    private List<String> elsewhere(Attribute attribute, VariableLength type, String at) {
        ByteBuffer places = attribute.getBuffer().slice().order(ByteOrder.LITTLE_ENDIAN);
        Check.that(
                hdf.getHdfBackingStorage().getSizeOfOffsets() == Long.BYTES,
                "\"%s\" is kept at addresses that are not of 8 bytes",
                at);
        List<String> texts = new ArrayList<>();
        for (long i = 0; i < attribute.getSize(); i++) {
            places.getInt();
            long address = places.getLong();
            int number = places.getInt();
            if (number == 0) {
                texts.add("");
                continue;
            }
            ByteBuffer bytes = new GlobalHeap(hdf.getHdfBackingStorage(), address).getObjectData(number);
            spend(bytes.remaining(), at);
            texts.add(type.getEncoding().decode(bytes).toString());
        }
        return texts;
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
        INDArray flat = flat((ContiguousDataset) data, Math.toIntExact(count), at);
        return shape.length == 0 ? flat.reshape() : flat.reshape(shape);
    }

    private void spend(long bytes, String at) {
        left -= bytes;
        Check.that(bytes >= 0 && left >= 0, "\"%s\" claims more bytes than the file has", at);
    }

    private static INDArray flat(ContiguousDataset data, int count, String at) {
        ByteBuffer bytes = data.getBuffer();
        boolean plain = data.getDataType() instanceof FloatingPoint type && type.getSize() == Float.BYTES;
        if (plain && bytes != null && bytes.remaining() >= (long) count * Float.BYTES) {
            float[] numbers = new float[count];
            bytes.asFloatBuffer().get(numbers);
            return Nd4j.createFromArray(numbers);
        }
        return flat(data.getDataFlat(), at);
    }

    private static INDArray flat(Object data, String at) {
        Check.that(
                data.getClass().isArray() && Array.getLength(data) > 0 && Array.get(data, 0) instanceof Number,
                "\"%s\" is not an array of numbers",
                at);
        if (data instanceof float[] f) return Nd4j.createFromArray(f);
        if (data instanceof double[] d) return Nd4j.createFromArray(d);
        if (data instanceof int[] i) return Nd4j.createFromArray(i);
        if (data instanceof long[] l) return Nd4j.createFromArray(l);
        double[] values = new double[Array.getLength(data)];
        for (int i = 0; i < values.length; i++) values[i] = ((Number) Array.get(data, i)).doubleValue();
        return Nd4j.createFromArray(values);
    }
}
