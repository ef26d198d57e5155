package dev.sequential.benchmarks;

import java.util.List;
import java.util.function.UnaryOperator;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A case made by DL4J. It gets its batches cut beforehand and does not count accuracy while it trains, as is its way.
 *
 * @param network initialised
 * @param output what it predicts
 * @param all batches
 */
record Dl4jExercise(NeuralNetwork network, UnaryOperator<INDArray> output, List<DataSet> all) implements Exercise {
    static Dl4jExercise of(MultiLayerNetwork network, INDArray x, INDArray y, int batch) {
        network.init();
        return new Dl4jExercise(network, network::output, new DataSet(x, y).batchBy(batch));
    }

    static Dl4jExercise of(ComputationGraph network, INDArray x, INDArray y, int batch) {
        network.init();
        return new Dl4jExercise(network, network::outputSingle, new DataSet(x, y).batchBy(batch));
    }

    @Override
    public int batches() {
        return all.size();
    }

    @Override
    public void step() {
        network.fit(all.get(0));
    }

    @Override
    public void fit(int epochs) {
        for (int epoch = 0; epoch < epochs; epoch++) network.fit(new ExistingDataSetIterator(all));
    }

    @Override
    public void evaluate() {
        network.doEvaluation(new ExistingDataSetIterator(all), new Evaluation());
    }

    @Override
    public void predict() {
        for (DataSet batch : all) output.apply(batch.getFeatures());
    }

    @Override
    public void predictOne() {
        output.apply(all.get(0).getFeatures().get(NDArrayIndex.interval(0, 1)));
    }

    @Override
    public void callOne() {
        predictOne(); // there is only one way
    }
}
