package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;

/**
 * Marks time steps as left out whose numbers all equal a value: later layers and the loss skip them. They become 0;
 * everything else passes. {@code (batch, time, features)}, shape unchanged.
 *
 * <pre>{@code
 * Sequential.of(Input.of(10, 8), Masking.of(), LSTM.of(32))
 * }</pre>
 *
 * @param maskValue the value; default 0
 * @see <a href="https://keras.io/api/layers/core_layers/masking/">Keras: Masking</a>
 */
public record Masking(double maskValue) implements LayerSpec {
    /** Leaves out steps of zeros. */
    public static Masking of() {
        return of(0);
    }

    /** Leaves out steps of this value. */
    public static Masking of(double maskValue) {
        return new Masking(maskValue);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Check.that(x.rank() >= 2, "Masking expects shape (batch, time, features), but received %s", x.shape());
        Tensor mask = x.notEqualTo((float) maskValue).max(-1);
        call.outputMask(mask);
        return mask.expandDims(-1).select(x, x.like(0));
    }
}
