package dev.sequential.display;

import dev.sequential.History;
import java.util.LinkedHashMap;
import java.util.Map;

/** Made-up trainings. */
final class Histories {
    private Histories() {}

    /** Loss halves each epoch; validated each {@code every}-th epoch, best in the second validation; 0 for none. */
    static History of(int epochs, int every) {
        History history = new History(Map.of("epochs", epochs));
        for (int epoch = 0; epoch < epochs; epoch++) {
            Map<String, Double> logs = new LinkedHashMap<>();
            logs.put("loss", Math.pow(0.5, epoch));
            logs.put("accuracy", 1 - Math.pow(0.5, epoch + 1));
            if (every > 0 && (epoch + 1) % every == 0) {
                logs.put("val_loss", 1 + Math.abs(epoch + 1 - 2.0 * every) / 8);
                logs.put("val_accuracy", 0.75);
            }
            history.add(epoch, logs);
        }
        return history;
    }
}
