package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Tensor;
import dev.sequential.regularizers.Regularizer;
import java.util.List;

/**
 * A layer that runs a {@link Cell} over the time steps of its input, {@code (batch, time, …)}. Further inputs are the
 * states to begin with; otherwise they are zeros or, for a stateful layer, what the batch before left.
 */
public sealed interface Recurrent extends LayerSpec permits SimpleRNN, LSTM, GRU, RNN, ConvLSTM {
    /** What is done in one step. */
    Cell cell();

    /** Whether the output of every step is the result, {@code (batch, time, …)}, not only the last. */
    boolean returnSequences();

    /** Whether the states after the last step are results too. */
    boolean returnState();

    /** Whether the last step is done first; the outputs are in the order in which they were made. */
    boolean goBackwards();

    /** Whether a batch begins with the states that the batch before it left. */
    boolean stateful();

    /** Whether a masked step gives zeros, not the output of the step before. */
    boolean zeroOutputForMask();

    /** Penalty on the results. */
    default Regularizer activityRegularizer() {
        return Regularizer.NONE;
    }

    /** The same layer in the other direction. */
    Recurrent reversed();

    /** The same layer, whose masked steps give zeros if it returns sequences: what {@link Bidirectional} merges. */
    Recurrent zeroingMasked();

    @Override
    default Tensor call(Call call, Tensor x) {
        return call(call, List.of(x)).get(0);
    }

    @Override
    default List<Tensor> call(Call call, List<Tensor> inputs) {
        return new Recurrence(this, call, inputs).results();
    }
}
