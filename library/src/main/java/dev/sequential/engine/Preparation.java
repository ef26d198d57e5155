package dev.sequential.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a program computes only when the variables it depends on have changed since; see {@link Settled}. */
final class Preparation {
    private final Program early;
    private final Variable[] variables;
    private final long[] seen;
    private boolean done;
    private final Map<Tensor, Memory> lent = new HashMap<>();

    private Preparation(Program early, Settled.Parts parts) {
        this.early = early;
        this.variables = parts.variables().toArray(Variable[]::new);
        this.seen = new long[variables.length];
        for (int i = 0; i < parts.places().size(); i++) {
            lent.put(parts.places().get(i), early.output(i).settled());
        }
    }

    /** A program for the early part. */
    static Preparation of(Settled.Parts parts, List<Backend> backends) {
        return new Preparation(Program.inner(List.of(), parts.early(), Map.of(), backends), parts);
    }

    /** Where the later part finds what it reads of the early one. */
    Map<Tensor, Memory> lent() {
        return lent;
    }

    /** Whether there was no {@link #run} yet or a variable has changed since. */
    boolean isDue() {
        if (!done) return true;
        for (int i = 0; i < variables.length; i++) {
            if (variables[i].hasChangedSince(seen[i])) return true;
        }
        return false;
    }

    /** Computes the early part and what kernels of the later one make of it. */
    void run(Program later) {
        done = false;
        early.within(0);
        later.prepare();
        for (int i = 0; i < variables.length; i++) seen[i] = variables[i].version();
        done = true;
    }

    long bytes() {
        return early.bytes();
    }

    String describe() {
        return early.describe();
    }

    void close() {
        early.close();
    }
}
