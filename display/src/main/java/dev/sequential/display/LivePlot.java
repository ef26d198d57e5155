package dev.sequential.display;

import dev.sequential.History;
import dev.sequential.Model;
import dev.sequential.callbacks.Callback;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws the course of a training while it goes on: the plot of its history, renewed after each epoch in its place. At the
 * end it is the plot that the history itself shows. Without a notebook the history's table is printed at the end.
 *
 * <pre>{@code
 * model.fit(x, y, f -> f.epochs(50).validationSplit(0.1).verbose(0).callbacks(LivePlot.of()));
 * }</pre>
 */
public final class LivePlot implements Callback {
    private record Epoch(int number, Map<String, Double> logs) {}

    private final List<Epoch> done = new ArrayList<>();
    private Model model;
    private Map<String, ?> params = Map.of();
    private Spot spot;

    private LivePlot() {}

    /** A plot for one training after another: each begins a new one. */
    public static LivePlot of() {
        return new LivePlot();
    }

    @Override
    public void setModel(Model model) {
        this.model = model;
    }

    @Override
    public void setParams(Map<String, ?> params) {
        this.params = params;
    }

    @Override
    public void onTrainBegin(Map<String, Double> logs) {
        done.clear();
        spot = Spots.here();
    }

    @Override
    public void onEpochEnd(int epoch, Map<String, Double> logs) {
        done.add(new Epoch(epoch, new LinkedHashMap<>(logs)));
        List<Epoch> until = List.copyOf(done);
        spot.show(() -> HistoryPlot.of(history(until)));
    }

    @Override
    public void onTrainEnd(Map<String, Double> logs) {
        History complete = model.history();
        if (!done.isEmpty()) spot.show(() -> HistoryPlot.of(complete));
        spot.close();
    }

    @Override
    public void onTrainAbort(Throwable cause) {
        if (spot != null) spot.close();
    }

    @Override
    public boolean followsBatches() {
        return false;
    }

    private History history(List<Epoch> epochs) {
        History history = new History(params);
        epochs.forEach(e -> history.add(e.number(), e.logs()));
        return history;
    }
}
