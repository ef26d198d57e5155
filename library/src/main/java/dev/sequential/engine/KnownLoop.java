package dev.sequential.engine;

/**
 * An LSTM or GRU over a whole sequence as oneDNN knows it: logistic gates, hyperbolic tangent, no mask. Operands: {@code x
 * (time, batch, features)}, kernel, recurrent kernel, the bias if there is one, the states to begin with. Results: the
 * outputs {@code (time, batch, units)} if asked for, the states after the last step.
 *
 * @param cell which gates
 * @param backwards whether the last step is done first
 * @param sequences whether the output of every step is a result
 * @param bias whether there is a bias
 * @param precision of the products' operands
 */
public record KnownLoop(Cell cell, boolean backwards, boolean sequences, boolean bias, Precision precision)
        implements Composite.Kind {
    /** In the precision that is traced now. */
    public KnownLoop(Cell cell, boolean backwards, boolean sequences, boolean bias) {
        this(cell, backwards, sequences, bias, Precision.current());
    }

    /** Cells by their gates. */
    public enum Cell {
        /** Gates i, f, c̃, o; states h and c; bias {@code (4·units)}. */
        LSTM(4, 2),
        /** Gates z, r, h, reset after the product; state h; bias {@code (2, 3·units)}. */
        GRU(3, 1);

        private final int gates;
        private final int states;

        Cell(int gates, int states) {
            this.gates = gates;
            this.states = states;
        }

        /** Number of blocks of columns in the kernels. */
        public int gates() {
            return gates;
        }

        /** Number of states. */
        public int states() {
            return states;
        }
    }
}
