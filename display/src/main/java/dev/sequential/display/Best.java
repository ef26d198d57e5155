package dev.sequential.display;

import dev.sequential.History;
import java.util.List;
import java.util.Optional;

/**
 * A training's best epoch: the one with the least {@code val_loss}, or {@code loss} where there was no validation.
 *
 * @param judge the name of the number that is least
 * @param epoch counted from 0
 * @param value the least
 */
record Best(String judge, int epoch, double value) {
    /** None where no epoch has a number to judge by. */
    static Optional<Best> of(History history) {
        String judge = history.history().containsKey("val_loss") ? "val_loss" : "loss";
        List<Double> values = history.history().getOrDefault(judge, List.of());
        Best best = null;
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            if (Double.isNaN(value) || best != null && value >= best.value) continue;
            best = new Best(judge, history.epochs(judge).get(i), value);
        }
        return Optional.ofNullable(best);
    }
}
