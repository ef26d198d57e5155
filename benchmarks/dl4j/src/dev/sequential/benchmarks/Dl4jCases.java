package dev.sequential.benchmarks;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The DL4J side of the cases, with fewer batches, since it takes so much longer for each. Its images have channels first,
 * its dropout is told what to keep.
 */
final class Dl4jCases {
    private Dl4jCases() {}

    static Exercise mlp(int width, int batch, int rows) {
        var network = network(
                InputType.feedForward(784),
                new RmsProp(0.001, 0.9, 1e-7),
                dense(width),
                new DropoutLayer(0.8),
                dense(width),
                new DropoutLayer(0.8),
                softmax(10));
        return Dl4jExercise.of(network, Data.floats(rows, 784), Data.classes(rows, 10), batch);
    }

    static Exercise cnn() {
        int rows = 384;
        var network = network(
                InputType.convolutional(28, 28, 1),
                new Adam(0.001),
                convolution(32),
                convolution(64),
                new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build(),
                new DropoutLayer(0.75),
                dense(128),
                new DropoutLayer(0.5),
                softmax(10));
        return Dl4jExercise.of(network, Data.floats(rows, 1, 28, 28), Data.classes(rows, 10), 128);
    }

    static Exercise lstm() {
        int rows = 96;
        var network = network(
                InputType.recurrent(20_000, 80),
                new Adam(0.001),
                new EmbeddingSequenceLayer.Builder()
                        .nIn(20_000)
                        .nOut(128)
                        .inputLength(80)
                        .build(),
                new LastTimeStep(
                        new LSTM.Builder().nOut(128).activation(Activation.TANH).build()),
                new OutputLayer.Builder(LossFunction.XENT)
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .build());
        var words = Data.numbers(20_000, rows, 80).castTo(DataType.FLOAT).reshape(rows, 1, 80);
        return Dl4jExercise.of(network, words, Data.numbers(2, rows, 1).castTo(DataType.FLOAT), 32);
    }

    static Exercise tiny() {
        var network = network(InputType.feedForward(4), new Adam(0.001), dense(16), softmax(3));
        return Dl4jExercise.of(network, Data.floats(1_920, 4), Data.classes(1_920, 3), 32);
    }

    private static MultiLayerNetwork network(InputType input, IUpdater optimizer, Layer... layers) {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .updater(optimizer)
                .weightInit(WeightInit.XAVIER_UNIFORM)
                .list(layers)
                .setInputType(input)
                .build();
        return new MultiLayerNetwork(configuration);
    }

    private static Layer dense(int units) {
        return new DenseLayer.Builder().nOut(units).activation(Activation.RELU).build();
    }

    private static Layer convolution(int filters) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(filters)
                .activation(Activation.RELU)
                .build();
    }

    private static Layer softmax(int classes) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .build();
    }
}
