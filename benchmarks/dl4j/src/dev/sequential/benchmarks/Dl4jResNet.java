package dev.sequential.benchmarks;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The model of {@link ResNet} as DL4J's graph, whose parts have names. Its momentum is always Nesterov's. */
final class Dl4jResNet {
    private final GraphBuilder graph = new NeuralNetConfiguration.Builder()
            .updater(new Nesterovs(0.1, 0.9))
            .weightInit(WeightInit.XAVIER_UNIFORM)
            .graphBuilder()
            .addInputs("picture")
            .setInputTypes(InputType.convolutional(32, 32, 3));
    private int parts;

    private Dl4jResNet() {}

    static Exercise resnet() {
        return Dl4jExercise.of(new Dl4jResNet().model(), Data.floats(128, 3, 32, 32), Data.classes(128, 10), 64);
    }

    private ComputationGraph model() {
        String x = relu(convolved("picture", 16, 1));
        x = block(block(x, 16, 1), 16, 1);
        x = block(block(x, 32, 2), 32, 1);
        x = block(block(x, 64, 2), 64, 1);
        String pooled = name();
        graph.addLayer(pooled, new GlobalPoolingLayer(PoolingType.AVG), x);
        graph.addLayer(
                "class",
                new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(10)
                        .activation(Activation.SOFTMAX)
                        .build(),
                pooled);
        return new ComputationGraph(graph.setOutputs("class").build());
    }

    private String block(String x, int filters, int strides) {
        String y = convolved(relu(convolved(x, filters, strides)), filters, 1);
        String direct = strides == 1 ? x : convolution(x, filters, 1, strides);
        String sum = name();
        graph.addVertex(sum, new ElementWiseVertex(ElementWiseVertex.Op.Add), direct, y);
        return relu(sum);
    }

    private String convolved(String x, int filters, int strides) {
        String convolution = convolution(x, filters, 3, strides);
        String normalised = name();
        graph.addLayer(normalised, new BatchNormalization(), convolution);
        return normalised;
    }

    private String convolution(String x, int filters, int kernelSize, int strides) {
        String name = name();
        var layer = new ConvolutionLayer.Builder(kernelSize, kernelSize)
                .nOut(filters)
                .stride(strides, strides)
                .convolutionMode(ConvolutionMode.Same)
                .hasBias(false)
                .activation(Activation.IDENTITY);
        graph.addLayer(name, layer.build(), x);
        return name;
    }

    private String relu(String x) {
        String name = name();
        graph.addLayer(name, new ActivationLayer(Activation.RELU), x);
        return name;
    }

    private String name() {
        return "part" + parts++;
    }
}
