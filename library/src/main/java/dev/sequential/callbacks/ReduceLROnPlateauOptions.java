package dev.sequential.callbacks;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;

/**
 * When and how {@link ReduceLROnPlateau} lowers the learning rate.
 *
 * @param monitor the number to watch; default {@code val_loss}
 * @param factor what the learning rate is multiplied by, 0 or more and less than 1; default 0.1
 * @param patience epochs without improvement to wait for; default 10
 * @param verbose 1 says each change; default 0
 * @param mode whether the number should fall or rise; by default its name decides
 * @param minDelta a change must be larger than this to count, 0 or more; default 0.0001
 * @param cooldown epochs after a change that do not count; default 0
 * @param minLr the learning rate is not made lower than this; default 0
 */
@Config
public record ReduceLROnPlateauOptions(
        String monitor,
        double factor,
        int patience,
        int verbose,
        Mode mode,
        double minDelta,
        int cooldown,
        double minLr) {
    public ReduceLROnPlateauOptions {
        Check.notNull(monitor, "monitor");
        Check.that(factor >= 0 && factor < 1, "factor must be 0 or more and less than 1, but received %s", factor);
        Check.atLeast(0, patience, "patience");
        Check.notNull(mode, "mode");
        Check.notNegative(minDelta, "minDelta");
        Check.atLeast(0, cooldown, "cooldown");
        Check.notNegative(minLr, "minLr");
    }
}
