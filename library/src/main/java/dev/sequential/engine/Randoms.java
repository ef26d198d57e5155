package dev.sequential.engine;

/**
 * What the numbers of a {@link RandomOp} are, so that every backend makes the same ones: a pure function of the run's
 * key, the operation's stream and the place. 32 bits come from three rounds of shifting and multiplying the place (with
 * Wellons's constants of least bias, nullprogram.com/blog/2018/07/31), into which the two halves of the mixed 64-bit key
 * are added; places repeat after 2^32.
 */
public final class Randoms {
    private static final int FIRST = 0xed5ad4bb;
    private static final int SECOND = 0xac4c1b51;
    private static final int THIRD = 0x31848bab;

    /** What a place is multiplied by before it is mixed. */
    public static final int STEP = 0x9e3779b9;

    private Randoms() {}

    /** The 64 bits that belong to a stream within a run; the two words of {@link #bits}. */
    public static long words(long key, long stream) {
        return scatter(key + scatter(stream + 0x9e3779b97f4a7c15L));
    }

    /** 32 even bits for a place, from the high and the low half of {@link #words}. */
    public static int bits(int high, int low, int place) {
        return mix(place * STEP + high, low);
    }

    /** {@link #bits} of a place that was multiplied by {@link #STEP} and added to the high word before. */
    public static int mix(int place, int low) {
        int x = place ^ place >>> 17;
        x *= FIRST;
        x = (x ^ x >>> 11) + low;
        x *= SECOND;
        x ^= x >>> 15;
        x *= THIRD;
        return x ^ x >>> 14;
    }

    /** A number of {@code [0, 1)} with 23 random bits: {@code (bits >>> 9) / 2^23}. */
    public static float unit(int bits) {
        return (bits >>> 9) * 0x1p-23f;
    }

    /** As many of the 2^23 equally likely values of {@code bits >>> 9} as lie below a probability. */
    public static int threshold(double probability) {
        return (int) Math.ceil(Math.min(Math.max(probability, 0), 1) * 0x1p23);
    }

    /** {@code low + u*(high - low)} in float32, below {@code high}. */
    public static float uniform(int bits, float low, float span, float top) {
        return Math.min(low + unit(bits) * span, top);
    }

    /** The largest value of {@link #uniform} for {@code [low, high)}. */
    public static float top(double low, double high) {
        return high > low ? Math.nextDown((float) high) : (float) low;
    }

    /** A number of the standard normal distribution from two words of bits (Box and Muller 1958). */
    public static double normal(int radius, int angle) {
        double r = ((radius & 0xffffffffL) + 0.5) * 0x1p-32;
        return Math.sqrt(-2 * Math.log(r)) * Math.cos(2 * Math.PI * ((angle & 0xffffffffL) * 0x1p-32));
    }

    /** The number at a place of the result of {@code op} in the run of {@code key}. */
    public static float value(RandomOp op, long key, long place) {
        long words = words(key, op.stream());
        int high = (int) (words >>> 32);
        int low = (int) words;
        int bits = bits(high, low, (int) place);
        return switch (op.kind()) {
            case BERNOULLI -> bits >>> 9 < threshold(op.a()) ? (float) op.b() : 0;
            case UNIFORM -> uniform(bits, (float) op.a(), (float) (op.b() - op.a()), top(op.a(), op.b()));
            case NORMAL -> (float) (op.a() + op.b() * normal(bits, bits(low, high, (int) place)));
        };
    }

    private static long scatter(long bits) {
        long x = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        x = (x ^ x >>> 27) * 0x94d049bb133111ebL;
        return x ^ x >>> 31;
    }
}
