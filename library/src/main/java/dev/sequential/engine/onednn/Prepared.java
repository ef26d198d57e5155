package dev.sequential.engine.onednn;

import dev.sequential.engine.Kernel;

/** A kernel, and what is done before its next run only when settled operands have changed. */
record Prepared(Kernel once, Kernel then) implements Kernel {
    @Override
    public void prepare() {
        once.run(0);
    }

    @Override
    public void run(long key) {
        then.run(key);
    }

    @Override
    public void close() {
        once.close();
        then.close();
    }

    @Override
    public String toString() {
        return then + " prepared by " + once;
    }
}
