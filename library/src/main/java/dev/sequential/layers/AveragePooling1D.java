package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Config;
import dev.sequential.engine.Pool;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.function.Consumer;

/**
 * The mean in each window of a sequence, channel by channel.
 *
 * <p>{@code (batch, steps, channels) → (batch, new steps, channels)}; VALID gives {@code ⌊(n - poolSize) / stride⌋ +
 * 1} places on an axis of length n, SAME {@code ⌈n / stride⌉}; padding is no part of a window: it does not count.
 *
 * <pre>{@code
 * AveragePooling1D.of(2)
 * AveragePooling1D.of(3, p -> p.strides(List.of(2)).padding(SAME))
 * }</pre>
 *
 * @param poolSize steps of the window; default 2
 * @param strides steps from one window to the next; default and, if empty, as poolSize
 * @param padding what windows meet at the borders, VALID or SAME; default VALID
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/pooling_layers/average_pooling1d/">Keras: AveragePooling1D</a>
 */
@Config
public record AveragePooling1D(List<Integer> poolSize, List<Integer> strides, Padding padding, DataFormat dataFormat)
        implements LayerSpec {

    /** @throws IllegalArgumentException if a size is not 1 or more, padding is CAUSAL, or an option is null */
    public AveragePooling1D {
        if (strides != null && strides.isEmpty()) strides = poolSize;
        Sliding sliding = sliding(poolSize, strides, padding, dataFormat);
        poolSize = sliding.size();
        strides = sliding.strides();
    }

    /** Windows of 2 steps. */
    public static AveragePooling1D of() {
        return of(2);
    }

    /** Windows of one size next to each other. */
    public static AveragePooling1D of(int poolSize) {
        return of(List.of(poolSize));
    }

    /** With options. */
    public static AveragePooling1D of(int poolSize, Consumer<AveragePooling1DBuilder> options) {
        return of(List.of(poolSize), options);
    }

    /** With the size as a list. */
    public static AveragePooling1D of(List<Integer> poolSize) {
        return new AveragePooling1D(poolSize, List.of(), Padding.VALID, DataFormat.CHANNELS_LAST);
    }

    /** With the size as a list and options. */
    public static AveragePooling1D of(List<Integer> poolSize, Consumer<AveragePooling1DBuilder> options) {
        AveragePooling1DBuilder builder = AveragePooling1DBuilder.builder(of(poolSize));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return sliding(poolSize, strides, padding, dataFormat).pool(Pool.Kind.AVERAGE, x);
    }

    private static Sliding sliding(List<Integer> size, List<Integer> strides, Padding padding, DataFormat format) {
        return Sliding.of("AveragePooling1D", 1, "poolSize", size, strides, List.of(1), padding, format);
    }
}
