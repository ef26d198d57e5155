package dev.sequential.layers;

import static dev.sequential.layers.LayerContract.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.LayerSpec;
import dev.sequential.saving.KerasConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every layer must do; a new layer is one line here. */
class Layers_ContractTest {
    private static Stream<LayerContract> plain() {
        return Stream.of(
                of(Dense.of(3, "tanh"), "2 4 -> 2 3"),
                of(EinsumDense.of("abc,cd->abd", 2, 3), "2 4 -> 2 3"),
                of(Embedding.of(4, 3), "int 2 -> 2 3").below(4),
                of(ReversibleEmbedding.of(4, 3), "int 2 -> 2 3").below(4),
                of(Activation.of("sigmoid"), "2 3 -> 2 3"),
                of(ReLU.of(r -> r.threshold(1)), "2 3 -> 2 3"),
                of(LeakyReLU.of(), "4 -> 4"),
                of(ELU.of(), "4 -> 4"),
                of(PReLU.of(p -> p.sharedAxes(List.of(1))), "2 3 -> 2 3"),
                of(Softmax.of(), "2 3 -> 2 3"),
                of(Identity.of(), "2 3 -> 2 3"),
                of(Flatten.of(), "2 3 -> 6"),
                of(Reshape.of(3, 2), "6 -> 3 2"),
                of(Permute.of(2, 1), "2 3 -> 3 2"),
                of(RepeatVector.of(3), "2 -> 3 2"),
                of(Masking.of(), "3 2 -> 3 2"),
                of(Add.of(), "2 3, 2 3, 2 3 -> 2 3"),
                of(Subtract.of(), "3, 3 -> 3"),
                of(Multiply.of(), "2 3, 3 -> 2 3"),
                of(Average.of(), "3, 3 -> 3"),
                of(Maximum.of(), "3, 3 -> 3"),
                of(Minimum.of(), "3, 3 -> 3"),
                of(Concatenate.of(), "2 3, 2 4 -> 2 7"),
                of(Dot.of(2, 1), "2 3, 3 4 -> 2 4"),
                of(Dropout.of(0.4), "2 3 -> 2 3"),
                of(SpatialDropout1D.of(0.4), "2 3 -> 2 3"),
                of(SpatialDropout2D.of(0.4), "2 2 3 -> 2 2 3"),
                of(SpatialDropout3D.of(0.4), "2 1 2 3 -> 2 1 2 3"),
                of(GaussianNoise.of(0.4), "2 3 -> 2 3"),
                of(GaussianDropout.of(0.4), "2 3 -> 2 3"),
                of(AlphaDropout.of(0.4), "2 3 -> 2 3"),
                of(ActivityRegularization.of(0.1, 0.2), "2 3 -> 2 3"),
                of(BatchNormalization.of(), "2 3 -> 2 3"),
                of(LayerNormalization.of(), "2 3 -> 2 3"),
                of(GroupNormalization.of(2), "3 4 -> 3 4"),
                of(RMSNormalization.of(), "2 3 -> 2 3"),
                of(UnitNormalization.of(), "2 3 -> 2 3"),
                of(SpectralNormalization.of(Dense.of(3)), "4 -> 3").withInferencesGradient(),
                of(Attention.of(a -> a.useScale(true)), "3 2, 4 2 -> 3 2"),
                of(AdditiveAttention.of(), "3 2, 4 2 -> 3 2"),
                of(MultiHeadAttention.of(2, 3), "3 4, 5 4 -> 3 4"),
                of(GroupQueryAttention.of(3, 4, 2), "3 4, 5 4 -> 3 4"));
    }

    private static Stream<LayerContract> preprocessing() {
        return Stream.of(
                of(Rescaling.of(0.5, 1), "2 3 -> 2 3"),
                of(Normalization.of(n -> n.mean(List.of(1.0, 2.0)).variance(List.of(3.0, 4.0))), "3 2 -> 3 2"),
                of(Discretization.of(0.5, 1), "3 -> 3"),
                of(CategoryEncoding.of(4), "int 3 -> 4").below(4),
                of(IntegerLookup.of(3, 1), "int 3 -> 3").below(4),
                of(STFTSpectrogram.of(s -> s.frameLength(4)), "9 2 -> 3 6"),
                of(
                        MelSpectrogram.of(m -> m.fftLength(8)
                                .sequenceStride(4)
                                .numMelBins(3)
                                .samplingRate(100)
                                .minFreq(1)),
                        "16 -> 3 5"));
    }

    private static Stream<LayerContract> convolutions() {
        return Stream.of(
                of(Conv1D.of(2, 2), "4 3 -> 3 2"),
                of(Conv2D.of(2, 2, c -> c.padding(Padding.SAME)), "3 4 2 -> 3 4 2"),
                of(Conv3D.of(2, 2), "3 2 3 1 -> 2 1 2 2"),
                of(Conv1DTranspose.of(2, 2), "3 2 -> 4 2"),
                of(Conv2DTranspose.of(2, 2), "2 3 1 -> 3 4 2"),
                of(Conv3DTranspose.of(1, 2), "2 1 2 2 -> 3 2 3 1"),
                of(DepthwiseConv1D.of(2), "4 3 -> 3 3"),
                of(DepthwiseConv2D.of(2, d -> d.depthMultiplier(2)), "3 3 2 -> 2 2 4"),
                of(SeparableConv1D.of(3, 2), "4 2 -> 3 3"),
                of(SeparableConv2D.of(3, 2), "3 3 2 -> 2 2 3"),
                of(MaxPooling1D.of(), "4 3 -> 2 3"),
                of(MaxPooling2D.of(), "4 5 2 -> 2 2 2"),
                of(MaxPooling3D.of(), "2 3 4 2 -> 1 1 2 2"),
                of(AveragePooling1D.of(), "4 3 -> 2 3"),
                of(AveragePooling2D.of(2, p -> p.padding(Padding.SAME)), "3 5 2 -> 2 3 2"),
                of(AveragePooling3D.of(), "2 3 4 2 -> 1 1 2 2"),
                of(GlobalMaxPooling1D.of(), "4 3 -> 3"),
                of(GlobalMaxPooling2D.of(), "3 4 2 -> 2"),
                of(GlobalMaxPooling3D.of(), "2 3 2 2 -> 2"),
                of(GlobalAveragePooling1D.of(), "4 3 -> 3"),
                of(GlobalAveragePooling2D.of(), "3 4 2 -> 2"),
                of(GlobalAveragePooling3D.of(), "2 3 2 2 -> 2"),
                of(AdaptiveMaxPooling1D.of(2), "5 3 -> 2 3"),
                of(AdaptiveMaxPooling2D.of(2), "5 4 1 -> 2 2 1"),
                of(AdaptiveMaxPooling3D.of(2), "3 2 4 1 -> 2 2 2 1"),
                of(AdaptiveAveragePooling1D.of(2), "5 3 -> 2 3"),
                of(AdaptiveAveragePooling2D.of(2), "5 4 1 -> 2 2 1"),
                of(AdaptiveAveragePooling3D.of(2), "3 2 4 1 -> 2 2 2 1"),
                of(ZeroPadding1D.of(), "3 2 -> 5 2"),
                of(ZeroPadding2D.of(1, 2), "2 2 1 -> 4 6 1"),
                of(ZeroPadding3D.of(), "1 2 2 1 -> 3 4 4 1"),
                of(Cropping1D.of(), "4 2 -> 2 2"),
                of(Cropping2D.of(1, 0), "4 2 1 -> 2 2 1"),
                of(Cropping3D.of(), "3 4 3 1 -> 1 2 1 1"),
                of(UpSampling1D.of(), "3 2 -> 6 2"),
                of(UpSampling2D.of(2, u -> u.interpolation(Interpolation.BILINEAR)), "2 3 1 -> 4 6 1"),
                of(UpSampling3D.of(), "1 2 2 1 -> 2 4 4 1"),
                of(Resizing.of(3, 2), "5 4 1 -> 3 2 1"),
                of(CenterCrop.of(2, 3), "4 5 1 -> 2 3 1"));
    }

    private static Stream<LayerContract> images() {
        List<Double> range = List.of(0.0, 2.0);
        return Stream.of(
                of(RandomFlip.of(), "3 4 2 -> 3 4 2"),
                of(RandomRotation.of(0.3), "3 4 2 -> 3 4 2"),
                of(RandomTranslation.of(0.3, 0.2, t -> t.fillMode(FillMode.WRAP)), "3 4 2 -> 3 4 2"),
                of(RandomZoom.of(0.3, z -> z.fillMode(FillMode.CONSTANT).widthFactor(List.of(0.2))), "3 4 2 -> 3 4 2"),
                of(RandomShear.of(0.3, 0.2), "3 4 1 -> 3 4 1"),
                of(RandomCrop.of(2, 3), "3 4 1 -> 3 4 1"),
                of(RandomContrast.of(0.3), "3 4 2 -> 3 4 2"),
                of(RandomBrightness.of(0.3, b -> b.valueRange(range)), "3 4 2 -> 3 4 2"),
                of(RandomColorDegeneration.of(0.3), "3 2 3 -> 3 2 3"),
                of(RandomColorJitter.of(j -> j.hueFactor(List.of(0.3)).valueRange(range)), "3 2 3 -> 3 2 3"),
                of(RandomErasing.of(0.9), "4 4 1 -> 4 4 1"),
                of(RandomGaussianBlur.of(0.9), "3 4 2 -> 3 4 2"),
                of(RandomGrayscale.of(0.5), "3 2 3 -> 3 2 3"),
                of(RandomHue.of(0.5), "3 2 3 -> 3 2 3"),
                of(RandomInvert.of(0.9), "3 4 2 -> 3 4 2"),
                of(RandomPosterization.of(4, p -> p.valueRange(range)), "3 4 2 -> 3 4 2"),
                of(RandomSaturation.of(0.3), "3 2 3 -> 3 2 3"),
                of(RandomSharpness.of(0.7), "3 4 2 -> 3 4 2"),
                of(Solarization.of(s -> s.valueRange(range).thresholdFactor(List.of(0.8))), "3 4 2 -> 3 4 2"),
                of(AutoContrast.of(), "3 4 2 -> 3 4 2"),
                of(Equalization.of(e -> e.valueRange(range).bins(4)), "3 4 2 -> 3 4 2"));
    }

    private static Stream<LayerContract> recurrent() {
        return Stream.of(
                of(SimpleRNN.of(2), "3 2 -> 2"),
                of(LSTM.of(2, l -> l.returnSequences(true)), "3 2 -> 3 2"),
                of(GRU.of(2), "3 2 -> 2"),
                of(RNN.of(LSTMCell.of(2), GRUCell.of(3)), "3 2 -> 3"),
                of(SimpleRNNCell.of(2), "3, 2 -> 2"),
                of(LSTMCell.of(2), "3, 2, 2 -> 2"),
                of(GRUCell.of(2), "3, 2 -> 2"),
                of(StackedRNNCells.of(SimpleRNNCell.of(2), GRUCell.of(3)), "4, 2, 3 -> 3"),
                of(Bidirectional.of(SimpleRNN.of(2)), "3 2 -> 4"),
                of(TimeDistributed.of(Dense.of(2)), "3 4 -> 3 2"),
                of(ConvLSTM1D.of(2, 2), "2 3 1 -> 2 2"),
                of(ConvLSTM2D.of(1, 2), "2 3 3 1 -> 2 2 1"),
                of(ConvLSTM3D.of(1, 2), "2 2 2 2 1 -> 1 1 1 1"));
    }

    static Stream<LayerContract> layers() {
        return Stream.of(plain(), preprocessing(), convolutions(), images(), recurrent())
                .flatMap(lines -> lines);
    }

    @Test
    void everyLayerHasALine() {
        assertThat(layers().map(line -> line.layer().typeName()))
                .containsExactlyInAnyOrderElementsOf(KerasConfig.standard().names(LayerSpec.class));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void shapesAreKnownBeforeTheBatch(LayerContract line) {
        line.checkShape();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsAgreeWithFiniteDifferences(LayerContract line) {
        line.checkGradient();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void backendsAgree(LayerContract line) {
        line.checkBackends();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void optionsComeBackFromJson(LayerContract line) {
        line.checkConfig();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void modelsPredictTheSameAfterLoading(LayerContract line, @TempDir Path folder) {
        line.checkFile(folder);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aStepMovesTheWeights(LayerContract line) {
        line.checkStep();
    }
}
