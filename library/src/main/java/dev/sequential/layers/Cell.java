package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * What a recurrent layer does in one time step. A cell of your own is a record with two methods, which {@link RNN} runs over
 * time and differentiates; weights it asks for are the same at every step.
 *
 * <pre>{@code
 * record Echo(int units) implements Cell {
 *     public List<Integer> stateSizes() { return List.of(units); }
 *
 *     public List<Tensor> step(Call call, Tensor x, List<Tensor> states) {
 *         Tensor decay = call.weight("decay", Shape.of(units), Zeros.of());
 *         Tensor h = states.get(0).times(decay.sigmoid()).plus(x);
 *         return List.of(h, h);          // the output, then the new states
 *     }
 * }
 * RNN.of(new Echo(8), r -> r.returnSequences(true))
 * }</pre>
 *
 * Called as a layer it takes {@code (batch, features)} and the states, and gives the output and the new states. Random
 * numbers are drawn once for all steps.
 */
public interface Cell extends LayerSpec {
    /** How many numbers each state has for one sample. */
    List<Integer> stateSizes();

    /**
     * One step.
     *
     * @param x one time step, {@code (batch, features)}, as {@link #prepare} gave it
     * @param states the states before it, in the order of {@link #stateSizes}
     * @return the output, then the new states
     */
    List<Tensor> step(Call call, Tensor x, List<Tensor> states);

    /**
     * What can be done to the input before the states are known: done to all steps at once, {@code (time, batch, features)},
     * where that is possible. By default nothing.
     */
    default Tensor prepare(Call call, Tensor x) {
        return x;
    }

    /** Shape of each state of one sample, for inputs {@code x} of one step without batch. */
    default List<Shape> stateShapes(Shape x) {
        return stateSizes().stream().map(size -> Shape.of(size)).toList();
    }

    /** Number of axes of one time step: 2, {@code (batch, features)}, unless the cell says otherwise. */
    default int rank() {
        return 2;
    }

    @Override
    default Tensor call(Call call, Tensor x) {
        return call(call, List.of(x)).get(0);
    }

    @Override
    default List<Tensor> call(Call call, List<Tensor> inputs) {
        Tensor x = inputs.get(0);
        int states = stateShapes(x.shape().slice(1, x.rank())).size();
        Check.that(
                inputs.size() == 1 + states,
                "%s takes an input and %d states, but received %d tensors",
                typeName(),
                states,
                inputs.size());
        return step(call, prepare(call, x), inputs.subList(1, inputs.size()));
    }
}
