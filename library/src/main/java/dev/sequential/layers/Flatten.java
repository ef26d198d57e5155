package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;

/**
 * All axes but the batch folded into one, in row-major order: {@code (batch, a, b, …) → (batch, a·b·…)}. Channels that
 * come first are moved to the end before, so that the result does not depend on the format.
 *
 * <pre>{@code
 * Sequential.of(Input.of(28, 28), Flatten.of(), Dense.of(10, "softmax"))
 * }</pre>
 *
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/reshaping_layers/flatten/">Keras: Flatten</a>
 */
public record Flatten(DataFormat dataFormat) implements LayerSpec {
    public Flatten {
        Check.notNull(dataFormat, "dataFormat of Flatten");
    }

    /** For any input whose channels are last. */
    public static Flatten of() {
        return of(DataFormat.CHANNELS_LAST);
    }

    /** For inputs of this format. */
    public static Flatten of(DataFormat dataFormat) {
        return new Flatten(dataFormat);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Check.that(x.rank() >= 1, "Flatten expects shape (batch, …), but received %s", x.shape());
        Shape rest = x.shape().slice(1, x.rank());
        return dataFormat.toLast(x).reshape(x.dim(0), rest.isKnown() ? rest.size() : Shape.UNKNOWN);
    }
}
