package dev.sequential;

import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a model takes: the shape of one sample. First in a {@link Sequential}, or a tensor to begin a functional model with.
 *
 * <pre>{@code
 * Sequential.of(Input.of(28, 28, 1), Flatten.of(), Dense.of(10, "softmax"));
 * Tensor image = Input.named("image", 28, 28, 1);
 * Tensor tokens = Input.of(80).dtype("int32").name("tokens").tensor();
 * }</pre>
 *
 * @param shape without the batch axis
 * @param dtype element type; default float32
 * @param batchSize number of rows of every batch, where layers need to know it; default any
 * @param name name of the input; by default {@code input_layer}, {@code input_layer_1}, …
 */
public record Input(Shape shape, DType dtype, OptionalLong batchSize, Optional<String> name) implements LayerSpec {
    /** @throws IllegalArgumentException if batchSize is below 1 or the name is empty or contains '/' */
    public Input {
        Check.notNull(shape, "shape");
        Check.notNull(dtype, "dtype");
        Check.that(batchSize.orElse(1) >= 1, "batchSize of Input must be 1 or more, but received %s", batchSize);
        name.ifPresent(n -> Layer.checkName(n, "input"));
    }

    /** An input of samples of this shape. */
    public Input(Shape shape, DType dtype) {
        this(shape, dtype, OptionalLong.empty(), Optional.empty());
    }

    /** An input of float32 samples of this shape; {@code -1} is a length that may differ from batch to batch. */
    public static Input of(long... shape) {
        return new Input(Shape.of(shape), DType.FLOAT32);
    }

    /** An input of a whole type, whose first axis is the batch. */
    public static Input of(Type type) {
        Input input = new Input(type.shape().slice(1, type.shape().rank()), type.dtype());
        long batch = type.shape().dim(0);
        return batch == Shape.UNKNOWN ? input : input.batchSize(batch);
    }

    /** The tensor that a functional model begins with. */
    public static Tensor named(String name, long... shape) {
        return of(shape).name(name).tensor();
    }

    /** This input with another element type, such as int32 for tokens. */
    public Input as(DType other) {
        return new Input(shape, other, batchSize, name);
    }

    /** This input with another element type by Keras's name: {@code float32}, {@code float64} or {@code int32}. */
    @Override
    public Input dtype(String other) {
        return as(DType.of(other));
    }

    /** This input: it computes nothing. */
    @Override
    public Input dtype(Policy policy) {
        return this;
    }

    /** This input with batches of exactly so many rows, as stateful layers need them. */
    public Input batchSize(long rows) {
        return new Input(shape, dtype, OptionalLong.of(rows), name);
    }

    /** This input under a name of your choice. */
    public Input name(String other) {
        return new Input(shape, dtype, batchSize, Optional.of(other));
    }

    /** The tensor that a functional model begins with: {@code (batch, …)} with an unknown batch unless one is set. */
    public Tensor tensor() {
        String label = name.orElseGet(() -> Session.name("InputLayer"));
        Shape whole = Shape.of(batchSize.orElse(Shape.UNKNOWN)).and(shape);
        return Tensor.of(new Placeholder(label, new Type(whole, dtype)));
    }

    /** The input that {@code layer} is, by itself or under a name. */
    static Optional<Input> in(LayerSpec layer) {
        if (layer instanceof Input input) return Optional.of(input);
        return layer instanceof Layer l && l.spec() instanceof Input input
                ? Optional.of(input.name(l.name()))
                : Optional.empty();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return x;
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public String typeName() {
        return "InputLayer";
    }
}
