package dev.sequential.saving;

import dev.sequential.layers.*;
import dev.sequential.saving.KerasConfig.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The layers this library shares with Keras, one line each: a prototype, and what a file must say. */
final class StandardLayers {
    private final List<Entry> entries = new ArrayList<>();

    private StandardLayers() {}

    static List<Entry> all() {
        StandardLayers layers = new StandardLayers();
        layers.addLayers();
        return layers.entries;
    }

    private void add(Record prototype, String... required) {
        entries.add(new Entry(prototype.getClass().getSimpleName(), prototype, Set.of(required)));
    }

    private void addLayers() {
        add(Dense.of(1), "units");
        add(Activation.of("linear"), "activation");
        add(Flatten.of());
        add(Reshape.of(1), "target_shape");
        add(Dropout.of(0), "rate");
        addMergeLayers();
        addPlainLayers();
        addNoiseLayers();
        addNormalizationAndAttention();
        addPreprocessing();
        addAugmentations();
        addConvolutions();
        addPools();
        addBorders();
        addRecurrentLayers();
    }

    private void addMergeLayers() {
        add(Add.of());
        add(Subtract.of());
        add(Multiply.of());
        add(Average.of());
        add(Maximum.of());
        add(Minimum.of());
        add(Concatenate.of());
        add(Dot.of(1), "axes");
    }

    private void addPlainLayers() {
        add(Identity.of());
        add(Permute.of(1), "dims");
        add(RepeatVector.of(1), "n");
        add(ReLU.of());
        add(LeakyReLU.of());
        add(ELU.of());
        add(PReLU.of());
        add(Softmax.of());
        add(Embedding.of(1, 1), "input_dim", "output_dim");
        add(ReversibleEmbedding.of(1, 1), "input_dim", "output_dim");
        add(Masking.of());
    }

    private void addNoiseLayers() {
        add(ActivityRegularization.of(0, 0));
        add(SpatialDropout1D.of(0), "rate");
        add(SpatialDropout2D.of(0), "rate");
        add(SpatialDropout3D.of(0), "rate");
        add(GaussianNoise.of(0), "stddev");
        add(GaussianDropout.of(0), "rate");
        add(AlphaDropout.of(0), "rate");
    }

    private void addNormalizationAndAttention() {
        add(BatchNormalization.of());
        add(LayerNormalization.of());
        add(GroupNormalization.of());
        add(RMSNormalization.of());
        add(UnitNormalization.of());
        add(SpectralNormalization.of(Dense.of(1)), "layer");
        add(EinsumDense.of("a,b->ab"), "equation", "output_shape");
        add(Attention.of());
        add(AdditiveAttention.of());
        add(MultiHeadAttention.of(1, 1), "num_heads", "key_dim");
        add(GroupQueryAttention.of(1, 1, 1), "head_dim", "num_query_heads", "num_key_value_heads");
    }

    private void addPreprocessing() {
        add(Rescaling.of(1), "scale");
        add(Normalization.of());
        add(CategoryEncoding.of(1), "num_tokens");
        add(Discretization.of(0));
        add(IntegerLookup.of());
        add(StringLookup.of());
        add(TextVectorization.of());
        add(Hashing.of(1), "num_bins");
        add(HashedCrossing.of(1), "num_bins");
        add(STFTSpectrogram.of());
        add(MelSpectrogram.of());
    }

    private void addAugmentations() {
        add(RandomFlip.of());
        add(RandomRotation.of(0), "factor");
        add(RandomTranslation.of(0, 0), "height_factor", "width_factor");
        add(RandomZoom.of(0), "height_factor");
        add(RandomShear.of(0, 0));
        add(RandomCrop.of(1, 1), "height", "width");
        add(RandomContrast.of(0), "factor");
        add(RandomBrightness.of(0), "factor");
        add(RandomColorDegeneration.of(0), "factor");
        add(RandomColorJitter.of(j -> {}));
        add(RandomErasing.of());
        add(RandomGaussianBlur.of());
        add(RandomGrayscale.of());
        add(RandomHue.of(0), "factor");
        add(RandomInvert.of());
        add(RandomPosterization.of(8), "factor");
        add(RandomSaturation.of(0), "factor");
        add(RandomSharpness.of(0), "factor");
        add(Solarization.of());
        add(AutoContrast.of());
        add(Equalization.of());
    }

    private void addConvolutions() {
        add(Conv1D.of(1, 1), "filters", "kernel_size");
        add(Conv2D.of(1, 1), "filters", "kernel_size");
        add(Conv3D.of(1, 1), "filters", "kernel_size");
        add(Conv1DTranspose.of(1, 1), "filters", "kernel_size");
        add(Conv2DTranspose.of(1, 1), "filters", "kernel_size");
        add(Conv3DTranspose.of(1, 1), "filters", "kernel_size");
        add(DepthwiseConv1D.of(1), "kernel_size");
        add(DepthwiseConv2D.of(1), "kernel_size");
        add(SeparableConv1D.of(1, 1), "filters", "kernel_size");
        add(SeparableConv2D.of(1, 1), "filters", "kernel_size");
    }

    private void addPools() {
        add(MaxPooling1D.of());
        add(MaxPooling2D.of());
        add(MaxPooling3D.of());
        add(AveragePooling1D.of());
        add(AveragePooling2D.of());
        add(AveragePooling3D.of());
        add(GlobalMaxPooling1D.of());
        add(GlobalMaxPooling2D.of());
        add(GlobalMaxPooling3D.of());
        add(GlobalAveragePooling1D.of());
        add(GlobalAveragePooling2D.of());
        add(GlobalAveragePooling3D.of());
        add(AdaptiveMaxPooling1D.of(1), "output_size");
        add(AdaptiveMaxPooling2D.of(1), "output_size");
        add(AdaptiveMaxPooling3D.of(1), "output_size");
        add(AdaptiveAveragePooling1D.of(1), "output_size");
        add(AdaptiveAveragePooling2D.of(1), "output_size");
        add(AdaptiveAveragePooling3D.of(1), "output_size");
    }

    private void addBorders() {
        add(ZeroPadding1D.of());
        add(ZeroPadding2D.of());
        add(ZeroPadding3D.of());
        add(Cropping1D.of());
        add(Cropping2D.of());
        add(Cropping3D.of());
        add(UpSampling1D.of());
        add(UpSampling2D.of());
        add(UpSampling3D.of());
        add(Resizing.of(1, 1), "height", "width");
        add(CenterCrop.of(1, 1), "height", "width");
    }

    private void addRecurrentLayers() {
        add(SimpleRNN.of(1), "units");
        add(LSTM.of(1), "units");
        add(GRU.of(1), "units");
        add(RNN.of(SimpleRNNCell.of(1)), "cell");
        add(SimpleRNNCell.of(1), "units");
        add(LSTMCell.of(1), "units");
        add(GRUCell.of(1), "units");
        add(StackedRNNCells.of(SimpleRNNCell.of(1)), "cells");
        add(Bidirectional.of(SimpleRNN.of(1)), "layer");
        add(TimeDistributed.of(Flatten.of()), "layer");
        add(ConvLSTM1D.of(1, 1), "filters", "kernel_size");
        add(ConvLSTM2D.of(1, 1), "filters", "kernel_size");
        add(ConvLSTM3D.of(1, 1), "filters", "kernel_size");
    }
}
