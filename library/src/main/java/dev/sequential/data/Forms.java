package dev.sequential.data;

import dev.sequential.Dataset;
import dev.sequential.engine.Check;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/** The forms in which arrays may be given: INDArray, Java arrays, nested lists of numbers; alone, in lists, in maps. */
public final class Forms {
    private static final int MAX_RANK = 5;
    private static final List<DataType> WIDTHS = List.of(DataType.INT, DataType.LONG, DataType.FLOAT, DataType.DOUBLE);

    private Forms() {}

    /**
     * One array for all, a list of arrays in order, or arrays by name.
     *
     * @param argument name of the argument for messages
     */
    public static Each<INDArray> each(Object value, String argument) {
        Check.notNull(value, argument);
        if (value instanceof Map<?, ?> map) {
            Map<String, INDArray> named = new LinkedHashMap<>();
            map.forEach((name, array) -> named.put(String.valueOf(name), array(array, argument + " \"" + name + "\"")));
            return new Each.Named<>(named);
        }
        if (value instanceof INDArray[] arrays) return each(Arrays.asList(arrays), argument);
        if (value instanceof List<?> list && list.stream().allMatch(Forms::isWholeOrNone)) {
            List<INDArray> ordered = new ArrayList<>();
            for (Object entry : list) {
                ordered.add(entry == null ? null : array(entry, argument + " " + ordered.size()));
            }
            return new Each.Ordered<>(ordered);
        }
        return new Each.All<>(array(value, argument));
    }

    /** An INDArray, or a new one of a Java array or nested lists of numbers of rank 1 to 5. */
    public static INDArray array(Object value, String argument) {
        Check.notNull(value, argument);
        if (value instanceof INDArray array) return array;
        if (!value.getClass().isArray() && !(value instanceof List<?>)) throw unknown(value, argument);
        List<Long> shape = new ArrayList<>();
        Object first = value;
        while (first.getClass().isArray() || first instanceof List<?>) {
            int length = length(first);
            shape.add((long) length);
            Check.that(length > 0, "%s is empty", argument);
            Check.that(shape.size() <= MAX_RANK, "%s has more than %d axes", argument, MAX_RANK);
            first = Check.notNull(element(first, 0), argument + " has an element that");
        }
        double[] values = new double[Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact))];
        copy(value, shape, 0, values, 0, argument);
        long[] dims = shape.stream().mapToLong(l -> l).toArray();
        return Nd4j.createFromArray(values).reshape(dims).castTo(dataType(value));
    }

    private static boolean isWholeOrNone(Object entry) {
        return entry == null || entry instanceof INDArray || entry.getClass().isArray();
    }

    private static int copy(Object value, List<Long> shape, int axis, double[] to, int at, String argument) {
        boolean row = value != null && (value.getClass().isArray() || value instanceof List<?>);
        if (axis == shape.size()) {
            if (row || value == null) throw ragged(argument);
            to[at] = number(value, argument);
            return at + 1;
        }
        if (!row || length(value) != shape.get(axis)) throw ragged(argument);
        int next = at;
        for (int i = 0; i < shape.get(axis); i++) {
            next = copy(element(value, i), shape, axis + 1, to, next, argument);
        }
        return next;
    }

    private static int length(Object row) {
        return row instanceof List<?> list ? list.size() : Array.getLength(row);
    }

    private static Object element(Object row, int index) {
        return row instanceof List<?> list ? list.get(index) : Array.get(row, index);
    }

    private static double number(Object value, String argument) {
        if (value instanceof Number number) return number.doubleValue();
        if (value instanceof Boolean bool) return bool ? 1 : 0;
        throw unknown(value, argument);
    }

    /** The type that holds every number: whole numbers and fractions may be mixed in a list. */
    private static DataType dataType(Object value) {
        if (value instanceof Double) return DataType.DOUBLE;
        if (value instanceof Float) return DataType.FLOAT;
        if (value instanceof Long) return DataType.LONG;
        boolean mixed = value instanceof List<?> || value instanceof Object[];
        if (!mixed) return value.getClass().isArray() ? dataType(Array.get(value, 0)) : DataType.INT;
        DataType widest = DataType.INT;
        for (int i = 0; i < length(value); i++) {
            DataType type = dataType(element(value, i));
            if (WIDTHS.indexOf(type) > WIDTHS.indexOf(widest)) widest = type;
        }
        return widest;
    }

    private static IllegalArgumentException ragged(String argument) {
        return new IllegalArgumentException(argument + " is ragged: its rows have different lengths");
    }

    private static IllegalArgumentException unknown(Object value, String argument) {
        return new IllegalArgumentException(argument
                + " must be an INDArray, a Java array of numbers, nested lists of numbers, or a list or map of these,"
                + " but received " + kind(value) + ".");
    }

    /** What a value is, and how it is given instead if it is not one array but makes batches. */
    private static String kind(Object value) {
        String name = value.getClass().getSimpleName();
        if (value instanceof Dataset) return "a Dataset. It holds x and y already, so give it alone";
        if (value instanceof Sequence) return "a Sequence. Give Dataset.sequence(…) instead, without y";
        if (value instanceof DataSetIterator || value instanceof MultiDataSetIterator)
            return "a " + name + ". Give Dataset.of(…) of it instead, without y";
        if (value instanceof Iterator
                || value instanceof Iterable
                || value instanceof Supplier
                || value instanceof BaseStream)
            return "something that makes batches. Give Dataset.generator(…) instead, without y";
        return name;
    }
}
