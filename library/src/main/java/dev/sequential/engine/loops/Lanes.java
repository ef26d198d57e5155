package dev.sequential.engine.loops;

import static dev.sequential.engine.loops.Loops.CHUNK;

import java.util.Arrays;

/** Folds chunks into each other element by element: in floats, which are carried over into doubles before they lose digits. */
final class Lanes {
    /** Chunks folded before floats are carried over. */
    static final int CARRY = 64;

    private final Fold fold;
    private final float[] part = new float[CHUNK];
    private final double[] total = new double[CHUNK];
    private int count;
    private int taken;

    Lanes(Fold fold) {
        this.fold = fold;
    }

    /** Starts anew with so many lanes. */
    void begin(int lanes) {
        count = lanes;
        taken = 0;
        Arrays.fill(total, 0, count, fold.neutral);
        Arrays.fill(part, 0, count, (float) fold.neutral);
    }

    /** Folds the first {@code n} elements of a chunk in, one to each lane. */
    void take(float[] chunk, int n) {
        fold.lanes(chunk, part, n);
        if (++taken % CARRY == 0) carry();
    }

    /** What the lanes hold; the next beginning overwrites it. */
    double[] end() {
        carry();
        return total;
    }

    private void carry() {
        for (int i = 0; i < count; i++) total[i] = fold.of(total[i], part[i]);
        Arrays.fill(part, 0, count, (float) fold.neutral);
    }
}
