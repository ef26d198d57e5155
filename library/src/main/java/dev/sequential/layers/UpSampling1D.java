package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * Each step of a sequence as many times in a row: {@code (batch, steps, channels) → (batch, steps · size, channels)}.
 *
 * <pre>{@code
 * UpSampling1D.of(3)
 * }</pre>
 *
 * @param size how many times, 1 or more; default 2
 * @see <a href="https://keras.io/api/layers/reshaping_layers/up_sampling1d/">Keras: UpSampling1D</a>
 */
public record UpSampling1D(int size) implements LayerSpec {
    /** @throws IllegalArgumentException if size is below 1 */
    public UpSampling1D {
        Check.atLeast(1, size, "size of UpSampling1D");
    }

    /** Each step twice. */
    public static UpSampling1D of() {
        return of(2);
    }

    /** Each step as many times. */
    public static UpSampling1D of(int size) {
        return new UpSampling1D(size);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return new Space("UpSampling1D", 1, DataFormat.CHANNELS_LAST).repeated(x, List.of(size));
    }
}
