package dev.sequential.saving;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Variable;
import dev.sequential.optimizers.OptimizerState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The order of an optimizer's numbers in Keras's files: how many updates, the learning rate unless a schedule sets it,
 * averages, accumulators, then the slots. Slots are side by side for each weight, but for a few that follow as a whole.
 */
final class OptimizerLayout {
    /** Slots that come after those of all weights, by their rank; others have rank 0. */
    private static final Map<String, Map<String, Integer>> LATER = Map.of(
            "RMSprop", Map.of("momentum", 1, "average_gradient", 2),
            "Adam", Map.of("velocity_hat", 1),
            "AdamW", Map.of("velocity_hat", 1));

    private static final Map<String, Integer> FIRST = Map.of("average", -2, "gradient_accumulator", -1);

    private OptimizerLayout() {}

    static List<INDArray> write(OptimizerState state, List<Variable> weights) {
        List<INDArray> all = new ArrayList<>();
        all.add(Nd4j.scalar((int) state.batches()));
        if (state.optimizer().schedule().isEmpty()) all.add(Nd4j.scalar((float) state.learningRate()));
        slots(state, weights).forEach(v -> all.add(v.values()));
        return all;
    }

    /** Sets a state from the numbers of a file; number and shapes are checked first. */
    static void read(List<INDArray> values, OptimizerState state, List<Variable> weights) {
        state.build(weights);
        int first = state.optimizer().schedule().isEmpty() ? 2 : 1;
        boolean neverTrained = values.size() == first; // then Keras has not made its slots yet
        List<Variable> slots = neverTrained ? List.of() : slots(state, weights);
        Check.that(
                values.size() == first + slots.size(),
                "The optimizer keeps %d arrays, but the file has %d",
                first + slots.size(),
                values.size());
        for (int i = 0; i < slots.size(); i++) {
            Variable slot = slots.get(i);
            Shape given = Shape.of(values.get(first + i).shape());
            Check.that(
                    slot.accepts(given),
                    "\"%s\" of the optimizer has shape %s, but in the file it is %s",
                    slot.name(),
                    slot.type().shape(),
                    given);
        }
        long batches = values.get(0).getLong(0);
        Check.that(batches >= 0, "The optimizer's number of updates is %d", batches);
        state.setBatches(batches);
        if (first == 2) state.setLearningRate(values.get(1).getFloat(0));
        for (int i = 0; i < slots.size(); i++) slots.get(i).assign(values.get(first + i));
    }

    private static List<Variable> slots(OptimizerState state, List<Variable> weights) {
        record Slot(int rank, Variable variable) {}
        Map<String, Integer> later =
                LATER.getOrDefault(state.optimizer().getClass().getSimpleName(), Map.of());
        List<Slot> slots = new ArrayList<>();
        for (Variable weight : weights) {
            state.slots(weight)
                    .forEach((name, slot) ->
                            slots.add(new Slot(FIRST.getOrDefault(name, later.getOrDefault(name, 0)), slot)));
        }
        slots.sort(Comparator.comparingInt(Slot::rank));
        List<Variable> all = new ArrayList<>(slots.stream().map(Slot::variable).toList());
        all.addAll(state.shared().values());
        return all;
    }
}
