package dev.sequential.engine.loops;

/** Choices without a branch, which data would mispredict. */
final class SelectLoop {
    private SelectLoop() {}

    /** The step that puts {@code yes} where the condition is not 0 and {@code no} elsewhere. */
    static Step of(float[] condition, Object yes, Object no, Object out) {
        if (out instanceof int[] to) return (from, n) -> ints(condition, (int[]) yes, (int[]) no, to, n);
        return (from, n) -> floats(condition, (float[]) yes, (float[]) no, (float[]) out, n);
    }

    private static void floats(float[] condition, float[] yes, float[] no, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            int a = Float.floatToRawIntBits(yes[i]);
            int b = Float.floatToRawIntBits(no[i]);
            out[i] = Float.intBitsToFloat(condition[i] != 0 ? a : b);
        }
    }

    private static void ints(float[] condition, int[] yes, int[] no, int[] out, int n) {
        for (int i = 0; i < n; i++) out[i] = condition[i] != 0 ? yes[i] : no[i];
    }
}
