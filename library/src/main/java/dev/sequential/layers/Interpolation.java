package dev.sequential.layers;

import java.util.Locale;

/** How numbers between the elements of an axis are made up. */
public enum Interpolation {
    /** The nearest element. */
    NEAREST(0),
    /** A straight line between the two nearest. */
    BILINEAR(1),
    /** A cubic through the four nearest (Keys 1981, a = -1/2). */
    BICUBIC(2),
    /** A sinc windowed by a sinc of three times its width. */
    LANCZOS3(3),
    /** A sinc windowed by a sinc of five times its width. */
    LANCZOS5(5);

    /** Elements on each side that have a weight. */
    private final int radius;

    Interpolation(int radius) {
        this.radius = radius;
    }

    /** The weight of an element at a distance, counted in elements, before weights are scaled to sum to 1. */
    double weight(double distance) {
        double x = Math.abs(distance);
        if (x >= radius) return 0;
        return switch (this) {
            case NEAREST -> throw new IllegalStateException("The nearest element has no neighbours to weigh");
            case BILINEAR -> 1 - x;
            case BICUBIC -> x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
            case LANCZOS3, LANCZOS5 -> sinc(x) * sinc(x / radius);
        };
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /** Keras's name. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
