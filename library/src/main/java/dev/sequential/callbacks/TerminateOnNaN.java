package dev.sequential.callbacks;

import dev.sequential.Model;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Ends training at the first batch whose loss is not a finite number. Without it training goes on, and {@code History}
 * has a warning.
 */
public final class TerminateOnNaN implements Callback {
    private Model model;
    private Consumer<String> output = text -> {};

    private TerminateOnNaN() {}

    /** One that says where it stops. */
    public static TerminateOnNaN of() {
        return new TerminateOnNaN();
    }

    @Override
    public void setModel(Model model) {
        this.model = model;
    }

    @Override
    public void setOutput(Consumer<String> output) {
        this.output = output;
    }

    @Override
    public void onTrainBatchEnd(int batch, Map<String, Double> logs) {
        Double loss = logs.get("loss");
        if (loss == null || Double.isFinite(loss)) return;
        String text = "Batch " + batch + ": Invalid loss, terminating training";
        output.accept(text);
        model.stopTraining(text);
    }
}
