package dev.sequential.saving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sequential.LayerSpec;
import dev.sequential.activations.Activations;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.GlorotUniform;
import dev.sequential.initializers.Initializer;
import dev.sequential.initializers.VarianceScaling;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Dropout;
import dev.sequential.layers.StringLookup;
import dev.sequential.losses.Loss;
import dev.sequential.losses.MeanSquaredError;
import dev.sequential.metrics.Metric;
import dev.sequential.metrics.Metrics;
import dev.sequential.optimizers.Adam;
import dev.sequential.optimizers.Optimizer;
import dev.sequential.optimizers.SGD;
import dev.sequential.regularizers.L2;
import dev.sequential.regularizers.Regularizer;
import dev.sequential.schedules.CosineDecay;
import org.junit.jupiter.api.Test;

class KerasConfig_ReadTest {
    private static final KerasConfig KERAS = KerasConfig.standard();

    /** A loss of a user's own. */
    record Pinball(double quantile) implements Loss {
        @Override
        public Tensor call(Tensor yTrue, Tensor yPred) {
            Tensor e = yTrue.minus(yPred);
            return e.times(quantile).maximum(e.times(quantile - 1)).mean(-1);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void readsALayerAsKeras3WritesIt() {
        Dense dense = (Dense) KERAS.read(json("""
                {'module': 'keras.layers', 'class_name': 'Dense', 'registered_name': null, 'config': {'name': 'dense',
                 'trainable': true, 'dtype': {'module': 'keras', 'class_name': 'DTypePolicy', 'config': {'name': 'float32'}},
                 'units': 3, 'activation': 'relu', 'use_bias': false, 'kernel_regularizer': {'module':
                 'keras.regularizers', 'class_name': 'L2', 'config': {'l2': 0.5}}, 'bias_constraint': null,
                 'quantization_config': null}, 'build_config': {'input_shape': [null, 5]}}"""), LayerSpec.class);
        assertThat(dense)
                .isEqualTo(Dense.of(
                        3, d -> d.activation(Activations.RELU).useBias(false).kernelRegularizer(L2.of(0.5))));
    }

    @Test
    void readsALayerAsKeras2WroteIt() {
        Dense dense = (Dense) KERAS.read(json("""
                {'class_name': 'Dense', 'config': {'name': 'dense_1', 'trainable': true, 'units': 2, 'activation': 'linear',
                 'kernel_initializer': {'class_name': 'VarianceScaling', 'config': {'scale': 1.0, 'mode': 'fan_avg',
                 'distribution': 'uniform', 'seed': null}}, 'kernel_regularizer': null}}"""), LayerSpec.class);
        assertThat(dense.kernelInitializer())
                .isEqualTo(VarianceScaling.of(
                        v -> v.mode(VarianceScaling.Mode.FAN_AVG).distribution(VarianceScaling.Distribution.UNIFORM)));
        assertThat(dense.kernelRegularizer()).isEqualTo(Regularizer.NONE);
    }

    @Test
    void writesALayerAsKerasDoes() {
        JsonNode dropout = KERAS.write(Dropout.of(0.25));
        assertThat(dropout).isEqualTo(json("""
                {'module': 'keras.layers', 'class_name': 'Dropout', 'config': {'rate': 0.25, 'noise_shape': null,
                 'seed': null}, 'registered_name': null}"""));
        JsonNode dense = KERAS.write(Dense.of(2, "tanh")).get("config");
        assertThat(dense.get("activation").asText()).isEqualTo("tanh");
        assertThat(dense.get("kernel_initializer").get("class_name").asText()).isEqualTo("GlorotUniform");
        assertThat(dense.get("bias_constraint").isNull()).isTrue();
        assertThat(KERAS.read(KERAS.write(Dense.of(2, "tanh")), LayerSpec.class))
                .isEqualTo(Dense.of(2, "tanh"));
    }

    @Test
    void aScheduleIsTheLearningRate() {
        Optimizer adam = Adam.of(a -> a.schedule(CosineDecay.of(0.1, 100)).clipnorm(1));
        JsonNode config = KERAS.write(adam).get("config");
        assertThat(config.get("learning_rate").get("class_name").asText()).isEqualTo("CosineDecay");
        assertThat(config.get("clipnorm").doubleValue()).isEqualTo(1);
        assertThat(config.get("clipvalue").isNull()).isTrue();
        assertThat(config.has("schedule")).isFalse();
        assertThat(KERAS.read(KERAS.write(adam), Optimizer.class)).isEqualTo(adam);
    }

    @Test
    void oldNamesAndPlainNamesAreUnderstood() {
        assertThat(KERAS.read(json("{'class_name': 'SGD', 'config': {'lr': 0.5}}"), Optimizer.class))
                .isEqualTo(SGD.of(0.5));
        assertThat(KERAS.read(json("'glorot_uniform'"), Initializer.class)).isEqualTo(GlorotUniform.of());
        assertThat(KERAS.read(json("'mse'"), Loss.class)).isEqualTo(MeanSquaredError.of());
        Metric renamed = KERAS.read(json("{'class_name': 'AUC', 'config': {'name': 'area'}}"), Metric.class);
        assertThat(renamed).isEqualTo(Metric.of("area", Metrics.of("auc")));
    }

    @Test
    void aRecordOfYourOwnIsRestoredOnceRegistered() {
        Pinball mine = new Pinball(0.9);
        assertThatThrownBy(() -> KERAS.write(mine))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Pinball[quantile=0.9] cannot be saved: its class is not known. Register it with"
                        + " KerasConfig.with(Pinball).");
        KerasConfig keras = KERAS.with(new Pinball(0.5));
        assertThat(keras.read(keras.write(mine), Loss.class)).isEqualTo(mine);
        assertThat(keras.read(json("{'class_name': 'Pinball', 'config': {}}"), Loss.class))
                .isEqualTo(new Pinball(0.5));
    }

    @Test
    void unknownClassesAndOptionsAreRefused() {
        assertThatThrownBy(() -> KERAS.read(json("{'class_name': 'Huberr', 'config': {}}"), Loss.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Unknown loss \"Huberr\". Did you mean \"Huber\"?\nKnown names: ");
        assertThatThrownBy(() -> KERAS.read(json("{'class_name': 'Huber', 'config': {'dleta': 1}}"), Loss.class))
                .hasMessage(
                        "Unknown option of Huber \"dleta\". Did you mean \"delta\"?\nKnown names: delta, reduction");
        assertThatThrownBy(() -> KERAS.read(json("{'class_name': 'java.lang.Runtime', 'config': {}}"), Loss.class))
                .hasMessageStartingWith("Unknown loss \"java.lang.Runtime\".\n");
    }

    @Test
    void wrongValuesAreRefused() {
        assertThatThrownBy(() -> KERAS.read(json("{'class_name': 'Huber', 'config': {'delta': 'x'}}"), Loss.class))
                .hasMessage("Huber.delta must be a number, but received \"x\"");
        assertThatThrownBy(() -> KERAS.read(json("{'class_name': 'Huber', 'config': {'delta': -1}}"), Loss.class))
                .hasMessage("delta of huber must be above 0, but received -1.0");
        assertThatThrownBy(() -> KERAS.read(json("{'class_name': 'Dense', 'config': {}}"), LayerSpec.class))
                .hasMessage("Dense needs \"units\", which its config lacks");
        assertThatThrownBy(
                        () -> KERAS.read(json("{'class_name': 'Huber', 'config': {'reduction': 'avg'}}"), Loss.class))
                .hasMessage("Unknown Huber.reduction \"avg\".\nKnown names: mean_with_sample_weight, none, sum,"
                        + " sum_over_batch_size");
        assertThatThrownBy(() -> KERAS.read(json("[1]"), Loss.class))
                .hasMessage("Expected a name or an object with class_name for a loss, but received [1]");
    }

    @Test
    void lambdasAndUnnamedFunctionsCannotBeSaved() {
        Loss lambda = (yTrue, yPred) -> yPred;
        assertThatThrownBy(() -> KERAS.write(lambda))
                .hasMessageEndingWith("cannot be saved: only records can, a lambda cannot");
        assertThatThrownBy(() -> KERAS.write(Dense.of(2, d -> d.activation(Activations.leakyRelu(0.1)))))
                .hasMessage("The activation leaky_relu(0.1) cannot be saved: only functions with a name can. Make it a"
                        + " layer of its own.");
    }

    @Test
    void layersOfStringsComeBeforeAModel() {
        JsonNode lookup = json("{'class_name': 'StringLookup', 'config': {'vocabulary': ['a', 'b']}}");
        assertThatThrownBy(() -> KERAS.read(lookup, LayerSpec.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "StringLookup takes strings or large integers, which tensors do not hold, so it cannot be inside"
                                + " a model here. Read it by itself and give the model what its encode(…) makes.");
        assertThat(KERAS.read(lookup, StringLookup.class).encode("b").toIntVector())
                .containsExactly(2);
    }
}
