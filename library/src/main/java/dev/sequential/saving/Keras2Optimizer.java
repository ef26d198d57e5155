package dev.sequential.saving;

import dev.sequential.engine.Variable;
import dev.sequential.optimizers.OptimizerState;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An optimizer's numbers as Keras 2 and tf.keras ordered them: the number of updates, then each kind of slot for all
 * weights. Today there is the learning rate between, and the slots of one weight are side by side.
 */
final class Keras2Optimizer {
    private Keras2Optimizer() {}

    /** Whether these names are of Keras 2. */
    static boolean wrote(List<String> names) {
        return !names.isEmpty() && names.get(0).matches(".*\\biter(ations)?:0");
    }

    /**
     * The numbers in today's order, or none where the order is not known: then the optimizer begins anew, as it does in
     * Keras 3 with such a file.
     *
     * @param state of the optimizer
     * @param updated the weights it updates
     */
    static List<INDArray> modern(List<INDArray> values, OptimizerState state, List<Variable> updated) {
        state.build(updated);
        int weights = updated.size();
        int slots = weights == 0 ? 0 : state.slots(updated.get(0)).size();
        boolean scheduled = state.optimizer().schedule().isPresent();
        List<INDArray> given = values.subList(1, values.size());
        boolean known = slots <= 2 && weights > 0 && given.size() % weights == 0 && given.size() / weights >= slots;
        if (!known || !state.shared().isEmpty()) return List.of();
        List<INDArray> all = new ArrayList<>(List.of(values.get(0)));
        if (!scheduled) all.add(Nd4j.scalar((float) state.learningRate()));
        for (int weight = 0; weight < weights; weight++) {
            for (int slot = 0; slot < slots; slot++) all.add(given.get(slot * weights + weight));
        }
        return all;
    }
}
