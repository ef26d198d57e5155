package dev.sequential.engine;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.javacpp.indexer.IntIndexer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A tensor's place in native memory: dense, row-major, aligned to 64 bytes unless it is part of another. {@link #array()}
 * and {@link #pointer()} see the same bytes; the owner stays reachable through this.
 */
public final class Memory {
    private final Type type;
    private final Pointer pointer;
    private final Object owner;
    private final boolean settled;
    private INDArray array;

    private Memory(Type type, Pointer pointer, Object owner, boolean settled, INDArray array) {
        this.type = type;
        this.pointer = pointer;
        this.owner = owner;
        this.settled = settled;
        this.array = array;
    }

    /** The place of an array, which must be dense and row-major. */
    public static Memory of(INDArray array, Type type) {
        long address = array.data().address() + array.offset() * type.dtype().bytes();
        return new Memory(type, at(address, type), array, false, array);
    }

    /** A place inside memory that {@code owner} keeps. */
    public static Memory at(long address, Type type, Object owner) {
        return new Memory(type, at(address, type), owner, false, null);
    }

    /** The same place, whose elements are announced by {@link Kernel#prepare} when they change, not at each run. */
    Memory settled() {
        return new Memory(type, pointer, owner, true, array);
    }

    /** Whether the elements stay from run to run until {@link Kernel#prepare} is called. */
    public boolean isSettled() {
        return settled;
    }

    /** The same bytes as another type; settled if this is. */
    Memory as(Type other) {
        return new Memory(other, at(address(), other), this, settled, null);
    }

    /** The same elements with other axes. */
    public Memory as(Shape shape) {
        return as(type.with(shape));
    }

    /** Some of the elements, in row-major order, as a vector. */
    public Memory part(long from, long count) {
        long address = address() + from * dtype().bytes();
        return at(address, type.with(Shape.of(count)), this);
    }

    /** What each is. */
    public static List<Type> types(List<Memory> memory) {
        return memory.stream().map(Memory::type).toList();
    }

    /** Shape and element type; the shape is known. */
    public Type type() {
        return type;
    }

    public Shape shape() {
        return type.shape();
    }

    public DType dtype() {
        return type.dtype();
    }

    /** Number of elements. */
    public long size() {
        return type.shape().size();
    }

    /** Where the first element is. */
    public long address() {
        return pointer.address();
    }

    /** A {@link FloatPointer}, {@link DoublePointer} or {@link IntPointer} to the elements. */
    public Pointer pointer() {
        return pointer;
    }

    /** One element, in row-major order; allocates nothing. */
    public double get(long index) {
        return switch (type.dtype()) {
            case FLOAT32 -> ((FloatPointer) pointer).get(index);
            case FLOAT64 -> ((DoublePointer) pointer).get(index);
            case INT32 -> ((IntPointer) pointer).get(index);
        };
    }

    /** Sets every element to 0. */
    public void clear() {
        Pointer.memset(pointer, 0, type.bytes());
    }

    /** Sets all elements, in row-major order, to these numbers, rounded to the element type. */
    public void put(double[] values) {
        Check.that(values.length == size(), "%s takes %d numbers, but received %d", this, size(), values.length);
        if (values.length == 0) return;
        switch (type.dtype()) {
            case FLOAT32 -> {
                FloatBuffer to = ((FloatPointer) pointer).asBuffer();
                for (double value : values) to.put((float) value);
            }
            case FLOAT64 -> ((DoublePointer) pointer).asBuffer().put(values);
            case INT32 -> {
                IntBuffer to = ((IntPointer) pointer).asBuffer();
                for (double value : values) to.put((int) value);
            }
        }
    }

    /** What keeps the memory from being freed. */
    public Object owner() {
        return owner;
    }

    /** The elements as an ND4J array, made on first use. */
    public INDArray array() {
        if (array == null) array = wrap();
        return array;
    }

    /** The elements as they are now, in an array of their own; quicker than a {@code dup} for a few. */
    public INDArray copy() {
        if (shape().rank() == 0) return array().dup();
        INDArray copy = Nd4j.createUninitialized(
                Variable.dataType(type.dtype()), type.shape().dims(), 'c');
        Pointer.memcpy(copy.data().pointer(), pointer, type.bytes());
        return NativeArrays.counted(copy);
    }

    private INDArray wrap() {
        DataBuffer buffer = switch (type.dtype()) {
            case FLOAT32 ->
                Nd4j.createBuffer(
                        pointer, Variable.dataType(type.dtype()), size(), FloatIndexer.create((FloatPointer) pointer));
            case FLOAT64 ->
                Nd4j.createBuffer(pointer, Variable.dataType(type.dtype()), size(), DoubleIndexer.create((DoublePointer)
                        pointer));
            case INT32 ->
                Nd4j.createBuffer(
                        pointer, Variable.dataType(type.dtype()), size(), IntIndexer.create((IntPointer) pointer));
        };
        long[] shape = type.shape().dims();
        return shape.length == 0
                ? Nd4j.create(buffer, new long[0], new long[0], 0, 'c')
                : Nd4j.create(buffer, shape, Nd4j.getStrides(shape, 'c'), 0, 'c');
    }

    private static Pointer at(long address, Type type) {
        Address base = new Address(address);
        Pointer pointer = switch (type.dtype()) {
            case FLOAT32 -> new FloatPointer(base);
            case FLOAT64 -> new DoublePointer(base);
            case INT32 -> new IntPointer(base);
        };
        return pointer.capacity(type.shape().size());
    }

    /** A pointer from a number. */
    private static final class Address extends Pointer {
        Address(long address) {
            this.address = address;
        }
    }

    @Override
    public String toString() {
        return type + "@" + Long.toHexString(address());
    }
}
