package dev.sequential.engine;

import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A value that outlives a program run: a weight, a moving statistic, an optimizer's slot, a metric's count. Programs
 * read and write the memory of its {@link #values} directly.
 */
public final class Variable {
    private static final AtomicLong IDS = new AtomicLong();

    private final long id = IDS.incrementAndGet();
    private final String name;
    private final Type type;
    private final INDArray array;
    private Memory memory;
    private long version;
    private boolean lent;

    private Variable(String name, Type type, INDArray array) {
        this.name = name;
        this.type = type;
        this.array = array;
    }

    /** A variable holding zeros. */
    public static Variable zeros(String name, Type type) {
        Loading.takes(name, type.bytes());
        return new Variable(
                name,
                type,
                Nd4j.createUninitializedDetached(
                                dataType(type.dtype()), type.shape().dims())
                        .assign(0));
    }

    /** A variable holding a copy of {@code value}, in C order. */
    public static Variable of(String name, Type type, INDArray value) {
        Variable variable = zeros(name, type);
        variable.assign(value);
        return variable;
    }

    /** Whether values of this shape can be {@linkplain #assign(INDArray) assigned}: the same, or any of one number for a single one. */
    public boolean accepts(Shape given) {
        return type.shape().equals(given) || type.shape().rank() == 0 && given.size() == 1;
    }

    /** Copies new values in; the shape must agree. */
    public void assign(INDArray value) {
        Shape given = Shape.of(value.shape());
        Check.that(accepts(given), "%s expects shape %s, but received shape %s", name, type.shape(), given);
        array.assign(value.reshape(array.shape()).castTo(array.dataType()));
        changed();
    }

    /** The values as they are now, in an array of their own, in C order. */
    public INDArray copy() {
        return NativeArrays.counted(array.dup('c'));
    }

    /** Copies new values in, given in row-major order. */
    public void assign(double[] values) {
        long size = type.shape().size();
        Check.that(values.length == size, "%s expects %d values, but received %d", name, size, values.length);
        memory().put(values);
        changed();
    }

    /** Fills with one number. */
    public void fill(double value) {
        array.assign(value);
        changed();
    }

    /** Sets every element to 0; allocates nothing. */
    public void clear() {
        memory().clear();
        changed();
    }

    /** Sets a single number; allocates nothing. */
    public void set(double value) {
        if (type.dtype() != DType.FLOAT32 || type.shape().rank() != 0) {
            throw new IllegalStateException(name + " is not a single float");
        }
        ((FloatPointer) memory().pointer()).put((float) value);
        changed();
    }

    /** A number that rises whenever values are assigned or a program updates them. */
    long version() {
        return version;
    }

    /** Whether values are or may be others than when {@link #version} was this number. */
    boolean hasChangedSince(long seen) {
        return lent || version != seen;
    }

    /** Tells programs that the values are others now. */
    void changed() {
        version++;
    }

    /** The live values as memory: what programs are bound to. */
    public Memory memory() {
        if (memory == null) memory = Memory.of(array, type);
        return memory;
    }

    /**
     * The live values, which may be written. Since nobody tells when, programs do at every run from now on what they
     * otherwise do once after a change; {@link #assign(INDArray)} and {@link #values} spare them that.
     */
    public INDArray array() {
        lent = true;
        return array;
    }

    /** The live values, to be read only. */
    public INDArray values() {
        return array;
    }

    /** Name for messages, such as {@code dense/kernel}. */
    public String name() {
        return name;
    }

    /** Shape and element type. */
    public Type type() {
        return type;
    }

    /** A number that no other variable of this JVM has, rising with creation. */
    public long id() {
        return id;
    }

    /** ND4J's name of an element type. */
    public static DataType dataType(DType dtype) {
        return switch (dtype) {
            case FLOAT32 -> DataType.FLOAT;
            case FLOAT64 -> DataType.DOUBLE;
            case INT32 -> DataType.INT;
        };
    }

    @Override
    public String toString() {
        return name + " " + type;
    }
}
