package dev.sequential.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Layer;
import dev.sequential.LayerSpec;
import dev.sequential.Trace;
import dev.sequential.engine.DType;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Values;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lengths of results, the numbers measured with Keras in the contract, and what is refused. */
class Convolution_SizesTest {
    private static Tensor input(long... shape) {
        return Tensor.of(new Placeholder("x", new Type(Shape.of(shape), DType.FLOAT32)));
    }

    private static Shape shape(LayerSpec spec, long... shape) {
        return new Trace(false)
                .call(Layer.of(spec), List.of(input(shape)))
                .get(0)
                .shape();
    }

    /** A sequence of one channel through a layer of one filter with this kernel and no bias. */
    private static double[] run(LayerSpec spec, double[] kernel, double... x) {
        Layer layer = Layer.of(spec);
        Tensor in = input(1, x.length, 1);
        List<Tensor> out = new Trace(false).call(layer, List.of(in));
        layer.weights().get(0).variable().assign(kernel);
        Values values = Values.of(Shape.of(1, x.length, 1), x);
        return Compute.run("auto", List.of(in), List.of(values), out, Map.of())
                .get(0)
                .data();
    }

    private static double[] conv(Padding padding, int size, int stride, int dilation, double... x) {
        double[] ones = new double[size];
        java.util.Arrays.fill(ones, 1);
        Conv1D spec = Conv1D.of(
                1,
                size,
                c -> c.padding(padding)
                        .strides(List.of(stride))
                        .dilationRate(List.of(dilation))
                        .useBias(false));
        return run(spec, ones, x);
    }

    private static double[] transposed(Padding padding, int stride, double... kernel) {
        Conv1DTranspose spec = Conv1DTranspose.of(
                1,
                kernel.length,
                c -> c.padding(padding).strides(List.of(stride)).useBias(false));
        return run(spec, kernel, 1, 2, 3);
    }

    @Test
    void padsAsMeasuredWithKeras() {
        assertThat(conv(Padding.SAME, 3, 2, 1, 1, 2, 3, 4, 5)).containsExactly(3, 9, 9);
        assertThat(conv(Padding.SAME, 3, 2, 1, 1, 2, 3, 4, 5, 6)).containsExactly(6, 12, 11);
        assertThat(conv(Padding.SAME, 4, 1, 1, 1, 2, 3, 4, 5)).containsExactly(6, 10, 14, 12, 9);
        assertThat(conv(Padding.CAUSAL, 3, 1, 2, 1, 2, 3, 4, 5)).containsExactly(1, 2, 4, 6, 9);
    }

    @Test
    void transposesAsMeasuredWithKeras() {
        assertThat(transposed(Padding.SAME, 2, 1, 10, 100)).containsExactly(1, 10, 102, 20, 203, 30);
        assertThat(transposed(Padding.VALID, 2, 1, 10, 100)).containsExactly(1, 10, 102, 20, 203, 30, 300);
        assertThat(transposed(Padding.VALID, 3, 1, 10)).containsExactly(1, 10, 0, 2, 20, 0, 3, 30, 0);
    }

    @ParameterizedTest
    @CsvSource({"VALID,7,3,2,1,3", "VALID,7,2,1,3,4", "SAME,7,3,2,1,4", "SAME,8,3,3,1,3", "SAME,7,5,1,2,7"})
    void lengthsFollowTheContract(Padding padding, int length, int size, int stride, int dilation, int places) {
        assertThat(shape(
                        Conv2D.of(
                                4,
                                size,
                                c -> c.padding(padding)
                                        .strides(List.of(stride, 1))
                                        .dilationRate(List.of(dilation, 1))),
                        2,
                        length,
                        9,
                        3))
                .isEqualTo(Shape.of(2, places, padding == Padding.SAME ? 9 : 10 - size, 4));
    }

    @Test
    void lengthsMayBeUnknown() {
        assertThat(shape(Conv2D.of(4, 3, c -> c.padding(Padding.SAME).strides(List.of(2))), -1, -1, 9, 3))
                .isEqualTo(Shape.of(-1, -1, 5, 4));
        assertThat(shape(Conv2DTranspose.of(4, 3, c -> c.strides(List.of(2))), -1, -1, 9, 3))
                .isEqualTo(Shape.of(-1, -1, 19, 4));
        assertThat(shape(MaxPooling2D.of(2), -1, 9, -1, 3)).isEqualTo(Shape.of(-1, 4, -1, 3));
        assertThat(shape(UpSampling2D.of(2), -1, 4, -1, 3)).isEqualTo(Shape.of(-1, 8, -1, 3));
        assertThat(shape(AdaptiveMaxPooling2D.of(2), -1, -1, -1, 3)).isEqualTo(Shape.of(-1, 2, 2, 3));
        assertThat(shape(GlobalAveragePooling2D.of(), -1, -1, -1, 3)).isEqualTo(Shape.of(-1, 3));
    }

    @Test
    void outputPaddingLengthensTheResult() {
        assertThat(shape(Conv1DTranspose.of(1, 3, c -> c.strides(List.of(2)).outputPadding(List.of(1))), 1, 4, 1))
                .isEqualTo(Shape.of(1, 10, 1));
        assertThat(shape(Conv1DTranspose.of(1, 2, c -> c.strides(List.of(3)).outputPadding(List.of(2))), 1, 4, 1))
                .isEqualTo(Shape.of(1, 13, 1));
    }

    @Test
    void oneNumberStandsForAllAxes() {
        assertThat(Conv3D.of(1, 2)).isEqualTo(Conv3D.of(1, List.of(2, 2, 2)));
        assertThat(MaxPooling2D.of(List.of(2, 3)).strides()).containsExactly(2, 3);
        assertThat(ZeroPadding2D.of(1, 2).padding()).containsExactly(List.of(1, 1), List.of(2, 2));
    }

    private static void refuses(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void refusesOptionsThatCannotBe() {
        refuses("filters of Conv2D must be 1 or more, but received 0", () -> Conv2D.of(0, 3));
        refuses(
                "kernelSize of Conv2D must be one number for all axes or 2 numbers of 1 or more, but received [3, 3, 3]",
                () -> Conv2D.of(1, List.of(3, 3, 3)));
        refuses("kernelSize of Conv1D must be one number of 1 or more, but received [0]", () -> Conv1D.of(1, 0));
        refuses(
                "Conv2D can have strides or a dilationRate above 1, not both, but received [2, 1] and [1, 2]",
                () -> Conv2D.of(1, 3, c -> c.strides(List.of(2, 1)).dilationRate(List.of(1, 2))));
        refuses(
                "filters of Conv2D must be a multiple of its 2 groups, but received 3",
                () -> Conv2D.of(3, 3, c -> c.groups(2)));
        refuses(
                "padding of Conv2D must be VALID or SAME; only Conv1D can be CAUSAL",
                () -> Conv2D.of(3, 3, c -> c.padding(Padding.CAUSAL)));
        refuses("activation of Conv2D must not be null", () -> Conv2D.of(3, 3, c -> c.activation(null)));
        refuses("kernelInitializer of Conv2D must not be null", () -> Conv2D.of(3, 3, c -> c.kernelInitializer(null)));
        refuses(
                "outputPadding of Conv2DTranspose must be one number for all axes or 2 numbers of 0 or more, but received [-1]",
                () -> Conv2DTranspose.of(3, 3, c -> c.outputPadding(List.of(-1))));
        refuses(
                "depthMultiplier of DepthwiseConv2D must be 1 or more, but received 0",
                () -> DepthwiseConv2D.of(3, c -> c.depthMultiplier(0)));
    }

    @Test
    void refusesInputsThatDoNotFit() {
        refuses(
                "Conv2D expects shape (batch, height, width, channels), but received (None, 28, 28)",
                () -> Conv2D.of(1, 3).call(null, input(-1, 28, 28)));
        refuses(
                "Conv1D expects shape (batch, channels, steps), but received (None, 8)",
                () -> Conv1D.of(1, 3, c -> c.dataFormat(DataFormat.CHANNELS_FIRST))
                        .call(null, input(-1, 8)));
        refuses(
                "Conv2D in 2 groups expects a multiple of 2 channels, but received shape (None, 5, 5, 3)",
                () -> Conv2D.of(2, 3, c -> c.groups(2)).call(null, input(-1, 5, 5, 3)));
        refuses(
                "MaxPooling2D has a window that reaches over 3, which does not fit axis 2 of shape (None, 5, 2, 1). Use padding SAME or a smaller window.",
                () -> MaxPooling2D.of(3).call(null, input(-1, 5, 2, 1)));
        refuses(
                "Cropping1D cannot take 2 and 2 off axis 1 of shape (None, 4, 1)",
                () -> Cropping1D.of(2).call(null, input(-1, 4, 1)));
        refuses(
                "padding of ZeroPadding1D must be one or two numbers of 0 or more for each of 1 axes, but received [[-1, -1]]",
                () -> ZeroPadding1D.of(-1));
    }
}
