package dev.sequential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which layers of a model are trained, as it was at one moment: what {@code compile} goes by until the next one. So a
 * discriminator that was compiled and then frozen for another model is still trained by itself.
 */
public final class Frozen {
    private static final Frozen NONE = new Frozen();

    private final Map<Layer, Boolean> trained = new LinkedHashMap<>();

    private Frozen() {}

    /** No moment: every layer is asked when it matters. */
    public static Frozen none() {
        return NONE;
    }

    /** The layers of a model and all layers inside them, now. */
    public static Frozen now(Model model) {
        Frozen now = new Frozen();
        now.add(model.layer());
        return now;
    }

    private void add(Layer layer) {
        trained.put(layer.owner(), layer.trainable());
        layer.inside().forEach(this::add);
    }

    /** Whether training changes a layer's weights; one that was not there yet is asked now. */
    public boolean trains(Layer layer) {
        return trained.getOrDefault(layer.owner(), layer.trainable());
    }

    /** The weights of a model that training changes. */
    public List<Weight> trainableWeights(Model model) {
        Layer layer = model.layer();
        return trains(layer) ? layer.trainableWeights(this::trains) : List.of();
    }

    /** Names of the layers that were frozen or unfrozen since. */
    public List<String> changed() {
        return trained.entrySet().stream()
                .filter(e -> e.getKey().trainable() != e.getValue())
                .map(e -> e.getKey().name())
                .toList();
    }
}
