package dev.sequential.engine.loops;

import dev.sequential.engine.RandomOp;
import dev.sequential.engine.Randoms;

/** Makes the numbers of {@link Randoms} chunk by chunk; the integer steps are in loops of their own, which vectorise. */
final class RandomLoop {
    /** {@code i * 0x9e3779b9}: counting within a loop would keep it from being vectorised. */
    private static final int[] PLACES = places();

    private final RandomOp op;
    private final int threshold;
    private final int value;
    private final int[] bits;
    private final int[] angles;
    private int high;
    private int low;

    RandomLoop(RandomOp op, int chunk) {
        this.op = op;
        this.threshold = Randoms.threshold(op.a());
        this.value = Float.floatToRawIntBits((float) op.b());
        this.bits = new int[chunk];
        this.angles = new int[op.kind() == RandomOp.Kind.NORMAL ? chunk : 0];
    }

    /** Sets the run that the next numbers belong to. */
    void begin(long key) {
        long words = Randoms.words(key, op.stream());
        high = (int) (words >>> 32);
        low = (int) words;
    }

    /** The numbers at places {@code from} and on. */
    void fill(long from, float[] to, int n) {
        int shift = (int) from * Randoms.STEP;
        switch (op.kind()) {
            case BERNOULLI -> {
                choose(PLACES, bits, n, shift + high, low, threshold, value);
                Native.reinterpret(bits, to, n);
            }
            case UNIFORM -> {
                bits(PLACES, bits, n, shift + high, low);
                uniform(bits, to, n, (float) op.a(), (float) (op.b() - op.a()), Randoms.top(op.a(), op.b()));
            }
            case NORMAL -> {
                bits(PLACES, bits, n, shift + high, low);
                bits(PLACES, angles, n, shift + low, high);
                for (int i = 0; i < n; i++) to[i] = (float) (op.a() + op.b() * Randoms.normal(bits[i], angles[i]));
            }
        }
    }

    private static void bits(int[] places, int[] bits, int n, int high, int low) {
        for (int i = 0; i < n; i++) bits[i] = Randoms.mix(places[i] + high, low);
    }

    /** The bits of {@code value} where the upper 23 random bits are below the threshold, else those of 0. */
    private static void choose(int[] places, int[] bits, int n, int high, int low, int threshold, int value) {
        for (int i = 0; i < n; i++) {
            bits[i] = ((Randoms.mix(places[i] + high, low) >>> 9) - threshold >> 31) & value;
        }
    }

    private static void uniform(int[] bits, float[] to, int n, float low, float span, float top) {
        for (int i = 0; i < n; i++) to[i] = Randoms.uniform(bits[i], low, span, top);
    }

    private static int[] places() {
        int[] places = new int[Loops.CHUNK];
        for (int i = 0; i < places.length; i++) places[i] = i * Randoms.STEP;
        return places;
    }
}
