package dev.sequential.callbacks;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import java.util.OptionalInt;

/**
 * How often {@link BackupAndRestore} saves.
 *
 * @param saveFreq also after so many batches: a training that is cut then goes on with the weights of that moment, at the
 *     beginning of its epoch; by default only after each epoch
 * @param deleteCheckpoint whether the backup is deleted when training has come to its end; default true
 */
@Config
public record BackupAndRestoreOptions(OptionalInt saveFreq, boolean deleteCheckpoint) {
    public BackupAndRestoreOptions {
        Check.that(saveFreq.orElse(1) >= 1, "saveFreq must be 1 batch or more, but received %s", saveFreq);
    }
}
