package dev.sequential.saving;

import dev.sequential.Model;
import dev.sequential.engine.Check;
import dev.sequential.engine.Variable;
import dev.sequential.optimizers.OptimizerState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where a training stands, kept in one {@code .weights.h5} file with weights and optimizer state.
 *
 * @param epoch the epoch to go on with, the first being 0
 */
public record Backup(int epoch) {
    private static final String EPOCH = "epoch";

    /** Writes the file; it is complete or as it was before. */
    public void save(Model model, Path file) {
        Folder folder = WeightsFile.of(model, model.optimizerState());
        folder.attribute(EPOCH, String.valueOf(epoch));
        try {
            AtomicFile.write(file, to -> Hdf5.write(folder, to));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Gives the model and its optimizer what the file holds, all or nothing. */
    public static Backup restore(Model model, Path file) {
        return Untrusted.read(file, () -> {
            Folder folder = Hdf5.read(file);
            String epoch = folder.text(EPOCH).orElse("");
            Check.that(epoch.matches("\\d{1,9}"), "it is not a backup of a training");
            Map<Variable, INDArray> weights = WeightsFile.weights(folder, model);
            OptimizerState state = model.optimizerState().orElseThrow();
            List<INDArray> values = WeightsFile.optimizer(folder);
            OptimizerLayout.read(values, state, WeightsFile.variables(model));
            weights.forEach((variable, value) -> variable.assign(value));
            return new Backup(Integer.parseInt(epoch));
        });
    }
}
