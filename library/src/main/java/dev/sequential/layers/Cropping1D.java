package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * Elements taken off the borders of a sequence.
 *
 * <p>{@code (batch, steps, channels) → (batch, new steps, channels)}.
 *
 * <pre>{@code
 * Cropping1D.of(2)
 * Cropping1D.of(1, 3)
 * }</pre>
 *
 * @param cropping how many at the start and at the end; one number stands for both; default 1
 * @see <a href="https://keras.io/api/layers/reshaping_layers/cropping1d/">Keras: Cropping1D</a>
 */
public record Cropping1D(List<Integer> cropping) implements LayerSpec {
    /** @throws IllegalArgumentException if a number is negative; when it is called, if nothing would be left */
    public Cropping1D {
        cropping = Sizes.pairs("cropping of Cropping1D", 1, List.of(cropping)).get(0);
    }

    /** One on each side. */
    public static Cropping1D of() {
        return of(1);
    }

    /** As many at the start and at the end. */
    public static Cropping1D of(int cropping) {
        return of(cropping, cropping);
    }

    /** So many at the start and at the end. */
    public static Cropping1D of(int before, int after) {
        return new Cropping1D(List.of(before, after));
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return new Space("Cropping1D", 1, DataFormat.CHANNELS_LAST).cropped(x, List.of(cropping));
    }
}
