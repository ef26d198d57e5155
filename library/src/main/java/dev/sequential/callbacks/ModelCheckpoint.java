package dev.sequential.callbacks;

import dev.sequential.engine.Check;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Saves the model as it trains. The file's name may hold numbers of the logs: {@code "model-{epoch:02d}-{val_loss:.2f}.keras"};
 * epochs count from 1 there. Folders are made as needed; a file is complete or as it was before.
 *
 * <pre>{@code
 * model.fit(x, y, f -> f.epochs(20).validationSplit(0.1)
 *     .callbacks(ModelCheckpoint.of("best.keras", c -> c.saveBestOnly(true))));
 * }</pre>
 *
 * Source: Keras's {@code ModelCheckpoint}.
 */
public final class ModelCheckpoint extends BuiltIn {
    private final String filepath;
    private final ModelCheckpointOptions options;
    private final Monitor monitor;
    private OptionalDouble best;
    private int epoch;
    private int batches;

    private ModelCheckpoint(String filepath, ModelCheckpointOptions options) {
        this.filepath = Check.notNull(filepath, "filepath");
        this.options = options;
        this.best = options.initialValueThreshold();
        this.monitor =
                options.saveBestOnly() ? new Monitor("ModelCheckpoint", options.monitor(), options.mode(), 0) : null;
        String name = filepath.toLowerCase(Locale.ROOT);
        boolean weights = name.endsWith(".weights.h5");
        if (options.saveWeightsOnly()) {
            Check.that(weights, "filepath of weights must end in .weights.h5, but received \"%s\"", filepath);
        } else {
            Check.that(
                    !weights && (name.endsWith(".keras") || name.endsWith(".h5")),
                    "filepath of a model must end in .keras (or .h5), but received \"%s\"%s",
                    filepath,
                    weights ? ". For weights alone set saveWeightsOnly(true)." : "");
        }
    }

    /** Saves the model after every epoch. */
    public static ModelCheckpoint of(String filepath) {
        return of(filepath, c -> {});
    }

    /** Saves as {@link ModelCheckpointOptions} say. */
    public static ModelCheckpoint of(String filepath, Consumer<ModelCheckpointOptionsBuilder> options) {
        ModelCheckpointOptionsBuilder builder = ModelCheckpointOptionsBuilder.builder(new ModelCheckpointOptions(
                "val_loss", 0, false, false, Mode.AUTO, OptionalInt.empty(), OptionalDouble.empty()));
        options.accept(builder);
        return new ModelCheckpoint(filepath, builder.build());
    }

    @Override
    public void onEpochBegin(int epoch, Map<String, Double> logs) {
        this.epoch = epoch;
    }

    @Override
    public void onTrainBatchEnd(int batch, Map<String, Double> logs) {
        if (options.saveFreq().isEmpty() || ++batches < options.saveFreq().getAsInt()) return;
        batches = 0;
        save(logs, batch);
    }

    @Override
    public void onEpochEnd(int epoch, Map<String, Double> logs) {
        if (options.saveFreq().isEmpty()) save(logs, 0);
    }

    private void save(Map<String, Double> logs, int batch) {
        Map<String, Double> numbers = new LinkedHashMap<>(logs);
        numbers.put("epoch", epoch + 1.0);
        numbers.put("batch", batch + 1.0);
        Path file = Path.of(FileNames.of(filepath, numbers));
        String what = options.saveWeightsOnly() ? "weights" : "model";
        if (monitor == null) {
            tell("saving " + what + " to " + file);
            write(file);
            return;
        }
        OptionalDouble value = monitor.value(logs, this::say);
        if (value.isEmpty()) return;
        if (!monitor.isBetter(value.getAsDouble(), best)) {
            tell(options.monitor() + " did not improve from " + number(best));
            return;
        }
        tell(options.monitor() + " improved from " + number(best) + " to " + number(value) + ", saving " + what + " to "
                + file);
        best = value;
        write(file);
    }

    private void write(Path file) {
        if (options.saveWeightsOnly()) model().saveWeights(file);
        else model().save(file);
    }

    private void tell(String text) {
        if (options.verbose() > 0) say("Epoch " + (epoch + 1) + ": " + text);
    }

    private String number(OptionalDouble value) {
        double worst = monitor.rises() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        double shown = value.orElse(worst);
        return Double.isInfinite(shown) ? (shown > 0 ? "inf" : "-inf") : String.format(Locale.ROOT, "%.5f", shown);
    }

    @Override
    public boolean followsBatches() {
        return options.saveFreq().isPresent();
    }

    @Override
    public String toString() {
        return "ModelCheckpoint to " + filepath + " of " + options;
    }
}
