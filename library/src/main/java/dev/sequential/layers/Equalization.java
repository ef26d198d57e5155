package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.DType;
import dev.sequential.engine.ScatterAdd;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * In training spreads the pixels of each channel so that all numbers are about as frequent; otherwise, as in Keras, passes
 * everything on. How frequent they are is counted over a whole batch. {@code (batch, height, width, channels)}, shape
 * unchanged.
 *
 * <pre>{@code
 * Equalization.of()
 * Equalization.of(e -> e.valueRange(List.of(0.0, 1.0)).bins(128))
 * }</pre>
 *
 * @param valueRange the smallest and the largest number of a pixel; default 0 and 255
 * @param bins how many numbers are told apart, 2 or more; default 256
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/equalization/">Keras: Equalization</a>
 */
@Config
public record Equalization(List<Double> valueRange, int bins, DataFormat dataFormat) implements LayerSpec {
    /** @throws IllegalArgumentException if valueRange is not two different numbers or bins is below 2 */
    public Equalization {
        valueRange = Bounds.range(valueRange, "valueRange of Equalization");
        Check.atLeast(2, bins, "bins of Equalization");
        Check.notNull(dataFormat, "dataFormat of Equalization");
    }

    /** Of pixels from 0 to 255. */
    public static Equalization of() {
        return new Equalization(Bounds.PIXELS, 256, DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static Equalization of(Consumer<EqualizationBuilder> options) {
        EqualizationBuilder builder = EqualizationBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor input) {
        Tensor x = new Space("Equalization", 2, dataFormat).checked(input).cast(call.floatType());
        if (!call.training()) return x;
        double low = valueRange.get(0);
        double scale = 255 / (valueRange.get(1) - low);
        Tensor bytes = dataFormat.toLast(x).minus(low).times(scale);
        return dataFormat.fromLast(equalized(bytes).affine(1 / scale, low));
    }

    private Tensor equalized(Tensor images) {
        int channels = Math.toIntExact(images.dim(3));
        Shape table = Shape.of(channels, bins);
        double[] starts =
                IntStream.range(0, channels).mapToDouble(c -> c * bins).toArray();
        Tensor bin = images.times((bins - 1) / 255.0).clip(0, bins - 1).cast(DType.INT32);
        Tensor place = bin.plus(Tensor.constant(starts, Shape.of(channels), DType.INT32))
                .reshape(Shape.of(Shape.UNKNOWN));
        Tensor ones = images.onesLike().reshape(Shape.of(Shape.UNKNOWN));
        Tensor count = Tensor.of(new ScatterAdd(table.size()), ones, place).reshape(table);
        Tensor upTo = count.matmul(Tensor.constant(triangle(), Shape.of(bins, bins), images.dtype()));
        Tensor first = upTo.greaterThan(0)
                .select(upTo, upTo.like(Float.MAX_VALUE))
                .min(1)
                .expandDims(1);
        Tensor all = upTo.slice(1, bins - 1, bins).minus(first);
        Tensor several = all.greaterThan(0);
        Tensor ranks = upTo.minus(first).times(255).dividedBy(several.select(all, all.like(1)));
        Tensor looked = ranks.round().clip(0, 255).reshape(Shape.of(table.size(), 1));
        return several.reshape(Shape.of(channels)).select(looked.gather(place).reshape(images.shape()), images);
    }

    /** Ones where a column is not before its row, so that a row of counts becomes its running sums. */
    private double[] triangle() {
        return IntStream.range(0, bins * bins)
                .mapToDouble(i -> i / bins <= i % bins ? 1 : 0)
                .toArray();
    }
}
