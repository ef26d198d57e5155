package dev.sequential.callbacks;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * When and what {@link ModelCheckpoint} saves.
 *
 * @param monitor the number to watch; default {@code val_loss}
 * @param verbose 1 says what it does; default 0
 * @param saveBestOnly whether to save only when the number has got better; default false, always
 * @param saveWeightsOnly whether to save the weights alone; default false, the whole model
 * @param mode whether the number should fall or rise; by default its name decides
 * @param saveFreq saves after so many batches; by default after each epoch
 * @param initialValueThreshold what the first number has to be better than; by default any is
 */
@Config
public record ModelCheckpointOptions(
        String monitor,
        int verbose,
        boolean saveBestOnly,
        boolean saveWeightsOnly,
        Mode mode,
        OptionalInt saveFreq,
        OptionalDouble initialValueThreshold) {
    public ModelCheckpointOptions {
        Check.notNull(monitor, "monitor");
        Check.notNull(mode, "mode");
        Check.that(saveFreq.orElse(1) >= 1, "saveFreq must be 1 batch or more, but received %s", saveFreq);
        Check.notNull(initialValueThreshold, "initialValueThreshold");
    }
}
