package dev.sequential.callbacks;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import java.util.OptionalDouble;

/**
 * When {@link EarlyStopping} stops.
 *
 * @param monitor the number to watch; default {@code val_loss}
 * @param minDelta a change must be larger than this to count, 0 or more; default 0
 * @param patience epochs without improvement to wait for; default 0
 * @param verbose 1 says when it stops; default 0
 * @param mode whether the number should fall or rise; by default its name decides
 * @param baseline improvements count only once they are better than this; by default all do
 * @param restoreBestWeights whether the model ends with the weights of its best epoch; default false, those of its last
 * @param startFromEpoch epochs before this one, the first being 0, are not looked at; default 0
 */
@Config
public record EarlyStoppingOptions(
        String monitor,
        double minDelta,
        int patience,
        int verbose,
        Mode mode,
        OptionalDouble baseline,
        boolean restoreBestWeights,
        int startFromEpoch) {
    public EarlyStoppingOptions {
        Check.notNull(monitor, "monitor");
        Check.notNegative(minDelta, "minDelta");
        Check.atLeast(0, patience, "patience");
        Check.notNull(mode, "mode");
        Check.notNull(baseline, "baseline");
        Check.atLeast(0, startFromEpoch, "startFromEpoch");
    }
}
