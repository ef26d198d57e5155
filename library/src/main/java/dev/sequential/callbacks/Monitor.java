package dev.sequential.callbacks;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Watches one number of the logs. */
final class Monitor {
    private final String callback;
    private final String name;
    private final Mode mode;
    private final double minDelta;
    private boolean warned;

    /** {@code callback} is who asks, for messages; a change smaller than {@code minDelta} is none. */
    Monitor(String callback, String name, Mode mode, double minDelta) {
        this.callback = callback;
        this.name = name;
        this.mode = mode.of(name, callback);
        this.minDelta = minDelta;
    }

    /** The number, or nothing if the logs do not have it, which is said once. */
    OptionalDouble value(Map<String, Double> logs, Consumer<String> output) {
        Double value = logs.get(name);
        if (value != null) return OptionalDouble.of(value);
        if (!warned) output.accept(callback + " has no effect: there is no \"" + name + "\" among " + logs.keySet());
        warned = true;
        return OptionalDouble.empty();
    }

    /** Whether the number should rise. */
    boolean rises() {
        return mode == Mode.MAX;
    }

    /** Whether {@code value} is better than {@code than} by more than the least change; better than nothing always. */
    boolean isBetter(double value, OptionalDouble than) {
        if (than.isEmpty()) return true;
        double best = than.getAsDouble();
        return mode == Mode.MAX ? value - minDelta > best : value + minDelta < best;
    }
}
