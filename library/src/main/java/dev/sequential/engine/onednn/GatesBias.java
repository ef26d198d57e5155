package dev.sequential.engine.onednn;

import dev.sequential.engine.Kernel;
import dev.sequential.engine.KnownLoop;
import dev.sequential.engine.Memory;
import dev.sequential.engine.loops.Native;
import org.bytedeco.javacpp.FloatPointer;

/**
 * The bias as oneDNN wants it, {@code (4, units)}: an LSTM's as it is; of a GRU the sums of the rows for z and r, then the
 * input's and the recurrent row for h. Zeros where there is none.
 */
record GatesBias(KnownLoop.Cell cell, int units, FloatPointer gates, float[] values) {
    private static final int GATES = 4;

    static GatesBias of(KnownLoop.Cell cell, int units) {
        FloatPointer gates = new FloatPointer((long) GATES * units);
        gates.put(new float[GATES * units]);
        return new GatesBias(cell, units, gates, new float[2 * GATES * units]);
    }

    /** Brings Keras's bias to {@link #gates}; null brings nothing. */
    Kernel from(Memory bias) {
        return new Step(this, bias, false);
    }

    /** Brings the gradient in {@link #gates} to that of Keras's bias; null brings nothing. */
    Kernel to(Memory bias) {
        return new Step(this, bias, true);
    }

    private void load(long bias) {
        if (cell == KnownLoop.Cell.LSTM) {
            Native.copy(bias, gates.address(), (long) GATES * units);
            return;
        }
        Native.load(bias, values, 6 * units);
        for (int i = 0; i < 2 * units; i++) values[i] += values[3 * units + i];
        Native.store(values, gates.address(), 3 * units);
        Native.store(values, 5 * units, gates.address() + 3L * Float.BYTES * units, units);
    }

    private void store(long bias) {
        if (cell == KnownLoop.Cell.LSTM) {
            Native.copy(gates.address(), bias, (long) GATES * units);
            return;
        }
        Native.load(gates.address(), values, GATES * units);
        Native.store(values, bias, 3 * units);
        Native.store(values, bias + 3L * Float.BYTES * units, 2 * units);
        Native.store(values, 3 * units, bias + 5L * Float.BYTES * units, units);
    }

    /** One way; the last to be closed frees the memory. */
    private record Step(GatesBias of, Memory bias, boolean back) implements Kernel {
        @Override
        public void run(long key) {
            if (bias == null) return;
            if (back) of.store(bias.address());
            else of.load(bias.address());
        }

        @Override
        public void close() {
            of.gates.deallocate();
        }

        @Override
        public String toString() {
            return back ? "bias gradient" : "bias";
        }
    }
}
