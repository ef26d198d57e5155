package dev.sequential.engine.loops;

import dev.sequential.engine.Reduce;

/** How two numbers become one in a {@link Reduce}, for one number, for a run and for two arrays. */
enum Fold {
    SUM(0) {
        @Override
        double of(double a, double b) {
            return a + b;
        }

        @Override
        void lanes(float[] x, float[] into, int n) {
            for (int i = 0; i < n; i++) into[i] += x[i];
        }

        @Override
        double run(float[] x, int from, int n) {
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int i = from;
            int end = from + n;
            for (; i + 3 < end; i += 4) {
                a += x[i];
                b += x[i + 1];
                c += x[i + 2];
                d += x[i + 3];
            }
            for (; i < end; i++) a += x[i];
            return a + b + (c + d);
        }
    },
    PRODUCT(1) {
        @Override
        double of(double a, double b) {
            return a * b;
        }

        @Override
        void lanes(float[] x, float[] into, int n) {
            for (int i = 0; i < n; i++) into[i] *= x[i];
        }
    },
    MAX(Double.NEGATIVE_INFINITY) {
        @Override
        double of(double a, double b) {
            return Math.max(a, b);
        }

        @Override
        void lanes(float[] x, float[] into, int n) {
            for (int i = 0; i < n; i++) into[i] = Math.max(into[i], x[i]);
        }

        @Override
        double run(float[] x, int from, int n) {
            float a = Float.NEGATIVE_INFINITY;
            float b = a;
            float c = a;
            float d = a;
            int i = from;
            int end = from + n;
            for (; i + 3 < end; i += 4) {
                a = Math.max(a, x[i]);
                b = Math.max(b, x[i + 1]);
                c = Math.max(c, x[i + 2]);
                d = Math.max(d, x[i + 3]);
            }
            for (; i < end; i++) a = Math.max(a, x[i]);
            return Math.max(Math.max(a, b), Math.max(c, d));
        }
    },
    MIN(Double.POSITIVE_INFINITY) {
        @Override
        double of(double a, double b) {
            return Math.min(a, b);
        }

        @Override
        void lanes(float[] x, float[] into, int n) {
            for (int i = 0; i < n; i++) into[i] = Math.min(into[i], x[i]);
        }
    };

    /** What leaves the other number as it is. */
    final double neutral;

    Fold(double neutral) {
        this.neutral = neutral;
    }

    static Fold of(Reduce.Kind kind) {
        return switch (kind) {
            case SUM, MEAN -> SUM;
            case PRODUCT -> PRODUCT;
            case MAX -> MAX;
            case MIN -> MIN;
        };
    }

    abstract double of(double a, double b);

    /** Folds {@code x} into an array element by element; this vectorises. */
    abstract void lanes(float[] x, float[] into, int n);

    /** Folds neighbours into one number. */
    double run(float[] x, int from, int n) {
        double result = neutral;
        for (int i = from; i < from + n; i++) result = of(result, x[i]);
        return result;
    }
}
