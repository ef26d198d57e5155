package dev.sequential.callbacks;

import java.util.List;
import java.util.Locale;

/** Whether a watched number gets better by falling or by rising. */
public enum Mode {
    /** As its name says: accuracies and the like rise, losses and errors fall. */
    AUTO,
    /** It should fall. */
    MIN,
    /** It should rise. */
    MAX;

    private static final List<String> FALLING = List.of(
            "loss", "error", "mae", "mse", "mape", "msle", "crossentropy", "hinge", "poisson", "divergence", "logcosh");
    private static final List<String> RISING = List.of(
            "acc",
            "auc",
            "precision",
            "recall",
            "f1",
            "fbeta",
            "r2",
            "iou",
            "similarity",
            "true_",
            "sensitivity",
            "specificity",
            "correlation");

    /** This mode, or what a name says. */
    Mode of(String monitor, String callback) {
        if (this != AUTO) return this;
        String name = monitor.toLowerCase(Locale.ROOT);
        if (RISING.stream().anyMatch(name::contains)) return MAX;
        if (FALLING.stream().anyMatch(name::contains)) return MIN;
        throw new IllegalArgumentException(callback + " cannot tell whether \"" + monitor
                + "\" should fall or rise. Set mode(Mode.MIN) or mode(Mode.MAX).");
    }
}
