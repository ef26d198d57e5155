package dev.sequential.benchmarks;

import dev.sequential.Model;
import dev.sequential.Weight;
import dev.sequential.optimizers.OptimizerState;

/**
 * What a step cannot do without: matrix products in float32, and weights that pass between memory and processor.
 * Activations, biases and whatever is done element by element are left out, so no step can be quicker.
 *
 * @param flops multiplications and additions
 * @param bytes that are read or written
 */
record Work(double flops, double bytes) {
    /** Predicting one batch: all products once, all weights read. */
    static Work predicting(Model model, int batch) {
        double flops = 0;
        double elements = 0;
        for (Place place : Place.all(model)) {
            flops += place.flops(batch);
            elements += place.touched(batch);
        }
        return new Work(flops, Float.BYTES * elements);
    }

    /**
     * A training step: each product forward, for the gradient of the weights and, except where no weights are before it,
     * for the gradient of its input; weights and the optimizer's numbers read and written, gradients written and read.
     */
    static Work training(Model model, int batch) {
        double flops = 0;
        double elements = 2 * slots(model);
        boolean first = true;
        for (Place place : Place.all(model)) {
            flops += (first ? 2 : 3) * place.flops(batch);
            elements += 2 * place.weights() + 2 * place.touched(batch);
            first = false;
        }
        return new Work(flops, Float.BYTES * elements);
    }

    private static double slots(Model model) {
        var state = new OptimizerState(model.compilation().orElseThrow().optimizer());
        state.build(model.trainableWeights().stream().map(Weight::variable).toList());
        return state.countParams();
    }
}
