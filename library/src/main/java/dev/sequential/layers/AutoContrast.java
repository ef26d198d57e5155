package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * Each channel of each image spread over the whole value range, its least pixel becoming the least number and its largest
 * the largest, in training and in inference. A channel of one number stays. {@code (batch, height, width, channels)}, shape
 * unchanged.
 *
 * <pre>{@code
 * AutoContrast.of()
 * AutoContrast.of(0, 1)
 * }</pre>
 *
 * @param valueRange the smallest and the largest number of a pixel; default 0 and 255
 * @param dataFormat where the channels are; default last. As in Keras the axes that are spread are 1 and 2 in any case
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/auto_contrast/">Keras: AutoContrast</a>
 */
public record AutoContrast(List<Double> valueRange, DataFormat dataFormat) implements LayerSpec {
    /** @throws IllegalArgumentException if valueRange is not two different numbers */
    public AutoContrast {
        valueRange = Bounds.range(valueRange, "valueRange of AutoContrast");
        Check.notNull(dataFormat, "dataFormat of AutoContrast");
    }

    /** Of pixels from 0 to 255. */
    public static AutoContrast of() {
        return new AutoContrast(Bounds.PIXELS, DataFormat.CHANNELS_LAST);
    }

    /** Of pixels within a range of your choice. */
    public static AutoContrast of(double low, double high) {
        return new AutoContrast(List.of(low, high), DataFormat.CHANNELS_LAST);
    }

    @Override
    public Tensor call(Call call, Tensor input) {
        Tensor x = new Space("AutoContrast", 2, dataFormat).checked(input).cast(call.floatType());
        double from = valueRange.get(0);
        double to = valueRange.get(1);
        Tensor low = x.fold(Reduce.Kind.MIN, true, 1, 2);
        Tensor high = x.fold(Reduce.Kind.MAX, true, 1, 2);
        Tensor flat = high.equalTo(low);
        Tensor range = flat.select(high.like(1), high.minus(low));
        Tensor spread = x.minus(low).dividedBy(range).clip(0, 1).affine(to - from, from);
        return flat.select(x, spread);
    }
}
