package dev.sequential.benchmarks;

import dev.sequential.Layer;
import dev.sequential.LayerSpec;
import dev.sequential.Model;
import dev.sequential.Weight;
import dev.sequential.engine.Node;
import dev.sequential.engine.Shape;
import dev.sequential.layers.Conv2D;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Embedding;
import dev.sequential.layers.LSTM;
import dev.sequential.layers.MultiHeadAttention;
import java.util.List;

/**
 * A layer in its place in a model.
 *
 * @param layer its settings
 * @param kernels numbers in its weights that are multiplied with
 * @param weights numbers in all its trained weights
 * @param in shape of its first input
 * @param out shape of its first output
 */
record Place(LayerSpec layer, double kernels, double weights, Shape in, Shape out) {
    /** The places of a model in the order of its computation. */
    static List<Place> all(Model model) {
        return model.topology().operations().stream()
                .flatMap(operation -> operation.layer().stream()
                        .filter(layer -> !layer.trainableWeights().isEmpty())
                        .map(layer -> of(layer, operation.nodes().get(0))))
                .toList();
    }

    private static Place of(Layer layer, Node node) {
        List<Weight> weights = layer.trainableWeights();
        double kernels = weights.stream()
                .filter(w -> w.name().endsWith("kernel"))
                .mapToLong(Weight::size)
                .sum();
        double all = weights.stream().mapToLong(Weight::size).sum();
        Shape in = node.inputs().get(0).shape();
        return new Place(layer.spec(), kernels, all, in, node.outputs().get(0).shape());
    }

    /** Multiplications and additions of its matrix products for so many samples. */
    double flops(int batch) {
        return batch * (2 * kernels * uses() + attention());
    }

    /** How many of its weights a batch has to do with: all, but of an embedding only the rows of the words there are. */
    double touched(int batch) {
        if (!(layer instanceof Embedding)) return weights;
        return Math.min(weights, (double) batch * size(out, 1, out.rank()));
    }

    /** How often a sample is multiplied with the whole of the kernels. */
    private double uses() {
        if (layer instanceof Dense || layer instanceof Conv2D) return size(out, 1, out.rank() - 1);
        if (layer instanceof LSTM || layer instanceof MultiHeadAttention) return in.dim(1);
        if (layer instanceof Embedding || kernels == 0) return 0;
        throw new IllegalArgumentException("What products " + layer.typeName() + " makes is not told in Place.java");
    }

    /** Of queries with keys and of shares with values. */
    private double attention() {
        return layer instanceof MultiHeadAttention m ? 4.0 * in.dim(1) * in.dim(1) * m.numHeads() * m.keyDim() : 0;
    }

    private static double size(Shape shape, int from, int to) {
        double size = 1;
        for (int axis = from; axis < to; axis++) size *= shape.dim(axis);
        return size;
    }
}
