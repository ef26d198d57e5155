package dev.sequential.callbacks;

import java.util.Map;

/**
 * Ends training at the first batch whose loss is not a finite number. Without it training goes on, and {@code History}
 * has a warning.
 */
public final class TerminateOnNaN extends BuiltIn {

    private TerminateOnNaN() {}

    /** One that says where it stops. */
    public static TerminateOnNaN of() {
        return new TerminateOnNaN();
    }

    @Override
    public void onTrainBatchEnd(int batch, Map<String, Double> logs) {
        Double loss = logs.get("loss");
        if (loss == null || Double.isFinite(loss)) return;
        String text = "Batch " + batch + ": Invalid loss, terminating training";
        say(text);
        model().stopTraining(text);
    }
}
