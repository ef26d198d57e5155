package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Settings;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs a cell, of this library or your own, over time.
 *
 * <p>{@code (batch, time, …) → (batch, …)}, or with {@code returnSequences} {@code (batch, time, …)}; with {@code
 * returnState} the cell's states follow. Further inputs are the states to begin with. A masked step changes nothing and
 * repeats the output before it. Weights: the cell's.
 *
 * <pre>{@code
 * RNN.of(new MyCell(8))
 * RNN.of(List.of(LSTMCell.of(64), GRUCell.of(32)), r -> r.returnSequences(true))   // one on the other
 * }</pre>
 *
 * @param cell what is done in one step
 * @param returnSequences whether the output of every step is the result, not only the last; default false
 * @param returnState whether the states after the last step are results too; default false
 * @param goBackwards whether the last step is done first; the outputs are in the order in which they were made; default
 *     false
 * @param stateful whether a batch begins with the states the batch before it left, row by row; default false
 * @param unroll accepted for files; changes no number here; default false
 * @param zeroOutputForMask whether a masked step gives zeros, not the output of the step before; default false
 * @see <a href="https://keras.io/api/layers/recurrent_layers/rnn/">Keras: RNN</a>
 */
@Config
public record RNN(
        Cell cell,
        boolean returnSequences,
        boolean returnState,
        boolean goBackwards,
        boolean stateful,
        boolean unroll,
        boolean zeroOutputForMask)
        implements Recurrent {
    /** @throws IllegalArgumentException if the cell is null */
    public RNN {
        Check.notNull(cell, "cell of RNN");
    }

    /** A layer of one cell, or of several, one on the other. */
    public static RNN of(Cell... cells) {
        return of(List.of(cells));
    }

    /** A layer of one cell with options. */
    public static RNN of(Cell cell, Consumer<RNNBuilder> options) {
        return of(List.of(cell), options);
    }

    /** A layer of cells, one on the other. */
    public static RNN of(List<Cell> cells) {
        Cell cell = cells.size() == 1 ? cells.get(0) : new StackedRNNCells(cells);
        return new RNN(cell, false, false, false, false, false, false);
    }

    /** A layer of cells, one on the other, with options. */
    public static RNN of(List<Cell> cells, Consumer<RNNBuilder> options) {
        return of(cells).with(options);
    }

    private RNN with(Consumer<RNNBuilder> options) {
        RNNBuilder builder = RNNBuilder.builder(this);
        options.accept(builder);
        return builder.build();
    }

    @Override
    public RNN reversed() {
        return with(b -> b.goBackwards(!goBackwards));
    }

    @Override
    public RNN zeroingMasked() {
        return with(b -> b.zeroOutputForMask(returnSequences));
    }

    @Override
    public String toString() {
        return Settings.text(this, of(cell));
    }
}
