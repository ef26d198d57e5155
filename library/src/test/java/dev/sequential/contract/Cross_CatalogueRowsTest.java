package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.matrix;
import static dev.sequential.contract.Fixtures.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sequential.Input;
import dev.sequential.LayerSpec;
import dev.sequential.Sequential;
import dev.sequential.activations.Activations;
import dev.sequential.engine.Shape;
import dev.sequential.initializers.Initializers;
import dev.sequential.initializers.Zeros;
import dev.sequential.losses.Losses;
import dev.sequential.metrics.Metric;
import dev.sequential.metrics.Metrics;
import dev.sequential.optimizers.Optimizers;
import dev.sequential.optimizers.SGD;
import dev.sequential.saving.KerasConfig;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Section 20.8, X11 and X15: everything of the first tier can be made by its name and learns. That its numbers are right
 * the golden tests show: {@code Layers_GoldenTest}, {@code Losses_GoldenTest}, {@code Metrics_GoldenTest} and so on.
 */
class Cross_CatalogueRowsTest implements Rows {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Two rows of three numbers from 0 to 1 which a model predicts; training changes them by their gradients alone. */
    private static Sequential predictions(double... values) {
        Sequential model = Sequential.of(
                Input.of(2, 3), (call, x) -> x.mean(1).times(0).plus(call.weight("p", Shape.of(3), Zeros.of())));
        model.setWeights(List.of(vector(values)));
        return model;
    }

    static Stream<String> lossesOfTwoLikes() {
        return Losses.names().stream()
                .filter(name -> name.equals(name.toLowerCase(java.util.Locale.ROOT)))
                .filter(name -> !List.of(
                                "sparse_categorical_crossentropy",
                                "categorical_generalized_cross_entropy",
                                "circle",
                                "ctc",
                                "crossentropy",
                                "ce")
                        .contains(name));
    }

    /** The gradient that training follows is the slope of the loss that a test reports. */
    @ParameterizedTest
    @MethodSource("lossesOfTwoLikes")
    void x11_theGradientOfEveryLossIsItsSlope(String loss) {
        check(loss, matrix(new double[] {0.3, 0.5, 0.2}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sparse_categorical_crossentropy", "categorical_generalized_cross_entropy"})
    void x11_theGradientOfEveryLossOfClassNumbersIsItsSlope(String loss) {
        check(loss, column(1));
    }

    private static void check(String loss, INDArray y) {
        double[] at = {0.25, 0.35, 0.4};
        INDArray x = Fixtures.vector(new double[6]).reshape(1, 2, 3);
        Sequential model = predictions(at);
        model.compile(SGD.of(1e-3), loss);
        model.trainOnBatch(x, y);
        for (int i = 0; i < 3; i++) {
            double gradient = (at[i] - model.getWeights().get(0).getDouble(i)) / 1e-3;
            double slope = (measured(loss, y, at, i, 0.01) - measured(loss, y, at, i, -0.01)) / 0.02;
            assertThat(gradient).isCloseTo(slope, within(2e-3 + 5e-3 * Math.abs(slope)));
        }
    }

    private static double measured(String loss, INDArray y, double[] at, int i, double step) {
        double[] moved = at.clone();
        moved[i] += step;
        Sequential model = predictions(moved);
        model.compile("sgd", loss);
        return model.testOnBatch(Fixtures.vector(new double[6]).reshape(1, 2, 3), y)
                .loss();
    }

    private static void roundTrip(Object value, Class<?> type) {
        JsonNode json = KerasConfig.standard().write(value);
        assertThat((Object) KerasConfig.standard().read(json, type)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mean_squared_error",
                "mean_absolute_error",
                "mean_absolute_percentage_error",
                "mean_squared_logarithmic_error",
                "cosine_similarity",
                "huber",
                "log_cosh",
                "hinge",
                "squared_hinge",
                "categorical_hinge",
                "kl_divergence",
                "poisson",
                "binary_crossentropy",
                "categorical_crossentropy",
                "sparse_categorical_crossentropy",
                "binary_focal_crossentropy",
                "categorical_focal_crossentropy",
                "dice",
                "tversky",
                "categorical_generalized_cross_entropy"
            })
    void x15_lossesByName(String name) {
        roundTrip(Losses.of(name), dev.sequential.losses.Loss.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mean",
                "Sum",
                "Accuracy",
                "BinaryAccuracy",
                "CategoricalAccuracy",
                "SparseCategoricalAccuracy",
                "TopKCategoricalAccuracy",
                "SparseTopKCategoricalAccuracy",
                "MeanSquaredError",
                "MeanAbsoluteError",
                "MeanAbsolutePercentageError",
                "MeanSquaredLogarithmicError",
                "RootMeanSquaredError",
                "CosineSimilarity",
                "LogCoshError",
                "Poisson",
                "KLDivergence",
                "Hinge",
                "SquaredHinge",
                "CategoricalHinge",
                "BinaryCrossentropy",
                "CategoricalCrossentropy",
                "SparseCategoricalCrossentropy",
                "TruePositives",
                "FalsePositives",
                "TrueNegatives",
                "FalseNegatives",
                "Precision",
                "Recall",
                "AUC",
                "F1Score",
                "R2Score"
            })
    void x15_metricsByName(String name) {
        Metric metric = Metrics.of(name);
        JsonNode json = KerasConfig.standard().writeMetric(metric);
        assertThat(KerasConfig.standard().read(json, Metric.class)).isEqualTo(metric);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SGD", "RMSprop", "Adagrad", "Adadelta", "Adam", "AdamW", "Adamax", "Nadam", "Ftrl", "Lion"})
    void x15_optimizersByName(String name) {
        roundTrip(Optimizers.of(name), dev.sequential.optimizers.Optimizer.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zeros",
                "ones",
                "constant",
                "identity",
                "random_normal",
                "normal",
                "random_uniform",
                "uniform",
                "truncated_normal",
                "variance_scaling",
                "glorot_uniform",
                "glorot_normal",
                "he_uniform",
                "he_normal",
                "lecun_uniform",
                "lecun_normal",
                "orthogonal"
            })
    void x15_initializersByName(String name) {
        roundTrip(Initializers.of(name), dev.sequential.initializers.Initializer.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linear",
                "relu",
                "sigmoid",
                "tanh",
                "softmax",
                "softplus",
                "softsign",
                "elu",
                "selu",
                "exponential",
                "hard_sigmoid",
                "swish",
                "silu",
                "gelu",
                "leaky_relu",
                "relu6",
                "mish",
                "log_softmax"
            })
    void x15_activationsByName(String name) {
        assertThat(Activations.of(name)).isNotNull();
    }

    /** Layers of the first tier. Still to come: SimpleRNN, LSTM, GRU, Bidirectional, TimeDistributed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dense | {\"units\": 2}",
                "Activation | {\"activation\": \"relu\"}",
                "Dropout | {\"rate\": 0.5}",
                "Flatten | {}",
                "Reshape | {\"target_shape\": [2, 3]}",
                "Add | {}",
                "Subtract | {}",
                "Multiply | {}",
                "Average | {}",
                "Maximum | {}",
                "Minimum | {}",
                "Concatenate | {}",
                "Identity | {}",
                "Embedding | {\"input_dim\": 5, \"output_dim\": 2}",
                "Masking | {}",
                "Permute | {\"dims\": [2, 1]}",
                "RepeatVector | {\"n\": 2}",
                "ReLU | {}",
                "LeakyReLU | {}",
                "PReLU | {}",
                "ELU | {}",
                "Softmax | {}",
                "Conv1D | {\"filters\": 2, \"kernel_size\": [3]}",
                "Conv2D | {\"filters\": 2, \"kernel_size\": [3, 3]}",
                "MaxPooling1D | {}",
                "MaxPooling2D | {}",
                "AveragePooling1D | {}",
                "AveragePooling2D | {}",
                "GlobalMaxPooling1D | {}",
                "GlobalMaxPooling2D | {}",
                "GlobalAveragePooling1D | {}",
                "GlobalAveragePooling2D | {}",
                "ZeroPadding1D | {}",
                "ZeroPadding2D | {}",
                "Cropping1D | {}",
                "Cropping2D | {}",
                "UpSampling1D | {}",
                "UpSampling2D | {}",
                "BatchNormalization | {}",
                "LayerNormalization | {}",
                "GaussianNoise | {\"stddev\": 0.1}",
                "Rescaling | {\"scale\": 0.5}",
                "Normalization | {}"
            })
    void x15_layersByName(String name, String config) throws JsonProcessingException {
        JsonNode json = JSON.readTree("{\"class_name\": \"" + name + "\", \"config\": " + config + "}");
        LayerSpec layer = KerasConfig.standard().read(json, LayerSpec.class);
        assertThat(layer.typeName()).isEqualTo(name);
        roundTrip(layer, LayerSpec.class);
    }
}
