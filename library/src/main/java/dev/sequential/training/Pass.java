package dev.sequential.training;

import dev.sequential.data.BatchStream;

/** One way through batches: each is copied into its step, run and told of. */
abstract class Pass {
    private Step step;
    private int size;
    private int done;
    private boolean interrupted;

    /** The program for batches of so many rows. */
    abstract Step step(int rows);

    /** Before a batch, counted from 0. */
    abstract void begin(int batch, int rows);

    /** After a batch; tells whether to go on. */
    abstract boolean end(int batch, int rows, Step step);

    /** Goes on until the batches end, {@link #end} says so or the thread is interrupted. */
    final void run(BatchStream stream) {
        stream.begin();
        done = 0;
        interrupted = false;
        boolean on = true;
        while (on) {
            int rows = stream.next();
            if (rows == 0) return;
            if (rows != size) step = step(rows);
            size = rows;
            begin(done, rows);
            stream.fill(step.inputs(), step.targets(), step.sampleWeights());
            step.run();
            interrupted = Thread.interrupted();
            on = end(done, rows, step) && !interrupted;
            done++;
        }
    }

    /** Batches that the last run has done. */
    final int done() {
        return done;
    }

    /** Whether the last run ended because the thread was interrupted; the interruption is then cleared. */
    final boolean interrupted() {
        return interrupted;
    }
}
