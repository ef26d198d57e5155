package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A function of your own as a layer. It is code, so a model with it can be trained but its architecture cannot be
 * saved, and none is ever restored from a file; a record that implements {@link LayerSpec} can.
 *
 * <pre>{@code
 * Lambda.of(x -> x.times(2).plus(1))
 * Lambda.ofAll(inputs -> inputs.get(0).minus(inputs.get(1)))
 * }</pre>
 *
 * @param function the result for the inputs, made of tensor operations
 * @param outputShape what the result's shape without the batch must be; default whatever comes out
 * @see <a href="https://keras.io/api/layers/core_layers/lambda/">Keras: Lambda</a>
 */
public record Lambda(Function<List<Tensor>, Tensor> function, Optional<Shape> outputShape) implements LayerSpec {
    public Lambda {
        Check.notNull(function, "function of Lambda");
        Check.notNull(outputShape, "outputShape of Lambda");
    }

    /** A function of one input. */
    public static Lambda of(UnaryOperator<Tensor> function) {
        Check.notNull(function, "function of Lambda");
        return ofAll(inputs -> {
            Check.that(inputs.size() == 1, "Lambda of one input received %d; use Lambda.ofAll", inputs.size());
            return function.apply(inputs.get(0));
        });
    }

    /** A function of several inputs. */
    public static Lambda ofAll(Function<List<Tensor>, Tensor> function) {
        return new Lambda(function, Optional.empty());
    }

    /** This function, whose result must have these lengths after the batch. */
    public Lambda outputShape(long... shape) {
        return new Lambda(function, Optional.of(Shape.of(shape)));
    }

    @Override
    public List<Tensor> call(Call call, List<Tensor> inputs) {
        Tensor y = Check.notNull(function.apply(inputs), "The result of Lambda");
        outputShape.ifPresent(shape -> Check.that(
                y.rank() > 0 && shape.matches(y.shape().slice(1, y.rank())),
                "Lambda must give samples of shape %s, but gave %s with the batch",
                shape,
                y.shape()));
        return List.of(y);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return call(call, List.of(x)).get(0);
    }

    @Override
    public String toString() {
        return "Lambda";
    }
}
