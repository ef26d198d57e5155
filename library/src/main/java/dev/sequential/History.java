package dev.sequential;

import dev.sequential.engine.Check;
import dev.sequential.engine.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a call of {@code fit} recorded: for each epoch the loss and every metric, in training and, under {@code val_…}
 * names, in validation.
 *
 * <pre>{@code
 * History history = model.fit(x, y, f -> f.epochs(5).validationSplit(0.1));
 * history.history().get("val_accuracy");   // five numbers
 * }</pre>
 */
public final class History {
    private final List<Integer> epoch = new ArrayList<>();
    private final Map<String, List<Double>> history = new LinkedHashMap<>();
    private final Map<String, List<Integer>> epochs = new LinkedHashMap<>();
    private final Map<String, Object> params;
    private final List<String> warnings = new ArrayList<>();
    private String stopReason = "";

    /** An empty history of a training with these parameters. */
    public History(Map<String, ?> params) {
        this.params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** Adds the numbers of an epoch, counted from 0. */
    public void add(int epochIndex, Map<String, Double> logs) {
        epoch.add(epochIndex);
        logs.forEach((name, value) -> {
            history.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            epochs.computeIfAbsent(name, n -> new ArrayList<>()).add(epochIndex);
        });
    }

    /** Says why training ended before its last epoch. */
    public void stop(String reason) {
        stopReason = Check.notNull(reason, "reason");
    }

    /** Notes something that the user should know, such as a loss that became NaN. */
    public void warn(String warning) {
        warnings.add(Check.notNull(warning, "warning"));
    }

    /** The epochs that were trained, counted from 0. */
    public List<Integer> epoch() {
        return Collections.unmodifiableList(epoch);
    }

    /** The epochs, counted from 0, that gave the numbers of this name: fewer where not every epoch was validated. */
    public List<Integer> epochs(String name) {
        return Collections.unmodifiableList(epochs.getOrDefault(name, List.of()));
    }

    /**
     * The numbers by name, in the order {@code loss}, metrics, {@code val_loss}, validation metrics. A list of
     * {@code val_…} numbers is shorter than {@link #epoch()} where not every epoch was validated.
     */
    public Map<String, List<Double>> history() {
        Map<String, List<Double>> view = new LinkedHashMap<>();
        history.forEach((name, values) -> view.put(name, Collections.unmodifiableList(values)));
        return Collections.unmodifiableMap(view);
    }

    /**
     * The same training with these numbers alone, those of its validation among them: {@code history.only("accuracy")}.
     *
     * @throws IllegalArgumentException if a name is not known, with the nearest one
     */
    public History only(String... names) {
        Set<String> wanted = new LinkedHashSet<>();
        for (String name : names) {
            if (!history.containsKey(name)) throw Names.unknown("metric", name, history.keySet());
            wanted.add(name);
            wanted.add("val_" + name);
        }
        History part = new History(params);
        part.epoch.addAll(epoch);
        history.keySet().stream().filter(wanted::contains).forEach(name -> {
            part.history.put(name, new ArrayList<>(history.get(name)));
            part.epochs.put(name, new ArrayList<>(epochs.get(name)));
        });
        part.warnings.addAll(warnings);
        part.stopReason = stopReason;
        return part;
    }

    /** What the training was called with: {@code epochs}, {@code steps}, {@code batch_size}, … */
    public Map<String, Object> params() {
        return params;
    }

    /** Why training ended before its last epoch, or an empty string if it did not. */
    public String stopReason() {
        return stopReason;
    }

    /** What went wrong without ending the training, such as a loss that became NaN. */
    public List<String> warnings() {
        return Collections.unmodifiableList(warnings);
    }

    /** The numbers of the last epoch in one line, and what went wrong in others. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("History of " + epoch.size() + (epoch.size() == 1 ? " epoch" : " epochs"));
        history.forEach((name, values) ->
                text.append(String.format(Locale.ROOT, ", %s: %.4f", name, values.get(values.size() - 1))));
        if (!stopReason.isEmpty()) text.append(" (").append(stopReason).append(')');
        warnings.forEach(w -> text.append('\n').append(w));
        return text.toString();
    }
}
