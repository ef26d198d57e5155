package dev.sequential.callbacks;

import dev.sequential.engine.Check;
import dev.sequential.saving.Backup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Keeps a backup of weights, optimizer state and position, so that a training that was killed goes on: run the same
 * program again, and {@code fit} begins with the epoch that was cut. With the same seed its numbers are those of a
 * training that was not killed. Is deleted when training has come to its end.
 *
 * <pre>{@code
 * model.fit(x, y, f -> f.epochs(50).callbacks(BackupAndRestore.of(Path.of("backup"))));
 * }</pre>
 *
 * Other callbacks begin anew: {@link EarlyStopping} does not remember what was best before. Source: Keras's {@code
 * BackupAndRestore}.
 */
public final class BackupAndRestore extends BuiltIn {
    private final Path file;
    private final BackupAndRestoreOptions options;
    private Optional<Backup> restored = Optional.empty();
    private int epoch;
    private int batches;

    private BackupAndRestore(Path backupDir, BackupAndRestoreOptions options) {
        this.file = Check.notNull(backupDir, "backupDir").resolve("latest.weights.h5");
        this.options = options;
    }

    /** A backup in this folder after every epoch. */
    public static BackupAndRestore of(Path backupDir) {
        return of(backupDir, b -> {});
    }

    /** Backups as {@link BackupAndRestoreOptions} say. */
    public static BackupAndRestore of(Path backupDir, Consumer<BackupAndRestoreOptionsBuilder> options) {
        BackupAndRestoreOptionsBuilder builder =
                BackupAndRestoreOptionsBuilder.builder(new BackupAndRestoreOptions(OptionalInt.empty(), true));
        options.accept(builder);
        return new BackupAndRestore(backupDir, builder.build());
    }

    /** @throws IllegalArgumentException if the backup is of another model */
    @Override
    public void onTrainBegin(Map<String, Double> logs) {
        restored = Files.exists(file) ? Optional.of(Backup.restore(model(), file)) : Optional.empty();
    }

    @Override
    public int initialEpoch(int given) {
        return restored.map(Backup::epoch).orElse(given);
    }

    @Override
    public void onEpochBegin(int epoch, Map<String, Double> logs) {
        this.epoch = epoch;
    }

    @Override
    public void onTrainBatchEnd(int batch, Map<String, Double> logs) {
        if (options.saveFreq().isEmpty() || ++batches < options.saveFreq().getAsInt()) return;
        batches = 0;
        new Backup(epoch).save(model(), file);
    }

    @Override
    public void onEpochEnd(int epoch, Map<String, Double> logs) {
        new Backup(epoch + 1).save(model(), file);
    }

    @Override
    public void onTrainEnd(Map<String, Double> logs) {
        if (!options.deleteCheckpoint()) return;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public boolean followsBatches() {
        return options.saveFreq().isPresent();
    }

    @Override
    public String toString() {
        return "BackupAndRestore in " + file.getParent();
    }
}
