package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Config;
import dev.sequential.engine.Pool;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.function.Consumer;

/**
 * The mean in each window of an image, channel by channel.
 *
 * <p>{@code (batch, height, width, channels) → (batch, new height, new width, channels)}; VALID gives {@code ⌊(n -
 * poolSize) / stride⌋ + 1} places on an axis of length n, SAME {@code ⌈n / stride⌉}; padding is no part of a window:
 * it does not count.
 *
 * <pre>{@code
 * AveragePooling2D.of(2)
 * AveragePooling2D.of(3, p -> p.strides(List.of(2)).padding(SAME))
 * AveragePooling2D.of(List.of(2, 3), p -> p.strides(List.of(1)))
 * }</pre>
 *
 * @param poolSize height and width of the window, one for both axes or one for each; default 2
 * @param strides steps from one window to the next, one for both axes or one for each; default and, if empty, as
 *     poolSize
 * @param padding what windows meet at the borders, VALID or SAME; default VALID
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/pooling_layers/average_pooling2d/">Keras: AveragePooling2D</a>
 */
@Config
public record AveragePooling2D(List<Integer> poolSize, List<Integer> strides, Padding padding, DataFormat dataFormat)
        implements LayerSpec {

    /** @throws IllegalArgumentException if a size is not 1 or more, padding is CAUSAL, or an option is null */
    public AveragePooling2D {
        if (strides != null && strides.isEmpty()) strides = poolSize;
        Sliding sliding = sliding(poolSize, strides, padding, dataFormat);
        poolSize = sliding.size();
        strides = sliding.strides();
    }

    /** Windows of 2 by 2. */
    public static AveragePooling2D of() {
        return of(2);
    }

    /** Windows of one size next to each other. */
    public static AveragePooling2D of(int poolSize) {
        return of(List.of(poolSize));
    }

    /** With options. */
    public static AveragePooling2D of(int poolSize, Consumer<AveragePooling2DBuilder> options) {
        return of(List.of(poolSize), options);
    }

    /** With a size for each axis. */
    public static AveragePooling2D of(List<Integer> poolSize) {
        return new AveragePooling2D(poolSize, List.of(), Padding.VALID, DataFormat.CHANNELS_LAST);
    }

    /** With a size for each axis and options. */
    public static AveragePooling2D of(List<Integer> poolSize, Consumer<AveragePooling2DBuilder> options) {
        AveragePooling2DBuilder builder = AveragePooling2DBuilder.builder(of(poolSize));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return sliding(poolSize, strides, padding, dataFormat).pool(Pool.Kind.AVERAGE, x);
    }

    private static Sliding sliding(List<Integer> size, List<Integer> strides, Padding padding, DataFormat format) {
        return Sliding.of("AveragePooling2D", 2, "poolSize", size, strides, List.of(1), padding, format);
    }
}
