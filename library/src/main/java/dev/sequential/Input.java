package dev.sequential;

import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import java.util.Optional;

/**
 * What a model takes: the shape of one sample. First in a {@link Sequential}, or a tensor to begin a functional model with.
 *
 * <pre>{@code
 * Sequential.of(Input.of(28, 28, 1), Flatten.of(), Dense.of(10, "softmax"));
 * Tensor image = Input.named("image", 28, 28, 1);
 * }</pre>
 *
 * @param shape without the batch axis
 * @param dtype element type; default float32
 * @param name name of the input; by default {@code input_layer}, {@code input_layer_1}, …
 */
public record Input(Shape shape, DType dtype, Optional<String> name) implements LayerSpec {
    public Input {
        Check.notNull(shape, "shape");
        Check.notNull(dtype, "dtype");
        Check.notNull(name, "name");
    }

    /** An input of float32 samples of this shape; {@code -1} is a length that may differ from batch to batch. */
    public static Input of(long... shape) {
        return new Input(Shape.of(shape), DType.FLOAT32, Optional.empty());
    }

    /** The tensor that a functional model begins with. */
    public static Tensor named(String name, long... shape) {
        return new Input(Shape.of(shape), DType.FLOAT32, Optional.of(name)).tensor();
    }

    /** This input with another element type, such as int32 for tokens. */
    public Input as(DType other) {
        return new Input(shape, other, name);
    }

    /** The tensor that a functional model begins with: {@code (batch, …)} with an unknown batch. */
    public Tensor tensor() {
        String label = name.orElseGet(() -> Session.name("InputLayer"));
        return Tensor.of(new Placeholder(label, new Type(Shape.of(Shape.UNKNOWN).and(shape), dtype)));
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return x;
    }

    @Override
    public String typeName() {
        return "InputLayer";
    }
}
