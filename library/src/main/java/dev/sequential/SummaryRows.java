package dev.sequential;

import dev.sequential.engine.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Makes the rows of a {@link Summary}: one a layer, and below a model those of its layers if asked for. */
final class SummaryRows {
    private final SummaryOptions options;
    private final List<Summary.Row> rows = new ArrayList<>();

    private SummaryRows(SummaryOptions options) {
        this.options = options;
    }

    static List<Summary.Row> of(Model model, SummaryOptions options) {
        SummaryRows all = new SummaryRows(options);
        all.add(model, 0);
        return all.rows;
    }

    /** The models inside, each by itself. */
    static List<Summary> inside(Model model) {
        return model.topology().operations().stream()
                .flatMap(part -> part.layer().stream())
                .flatMap(layer -> models(layer).stream())
                .map(Model::summary)
                .toList();
    }

    private void add(Model model, int level) {
        Topology parts = model.topology();
        for (Topology.Operation part : parts.operations()) {
            boolean input = part.nodes().get(0).inputs().isEmpty();
            if (input && model instanceof Sequential) continue;
            List<String> from = part.nodes().stream()
                    .flatMap(n -> n.inputs().stream())
                    .map(parts::name)
                    .toList();
            Tensor made = part.nodes().get(0).outputs().get(0);
            long params = part.layer().map(Layer::countParams).orElse(0L);
            rows.add(new Summary.Row(part.name(), part.typeName(), made.shape(), params, from, level));
            if (options.expandNested() && part.layer().isPresent()) {
                for (Model inner : models(part.layer().get())) add(inner, level + 1);
            }
        }
    }

    private static List<Model> models(Layer layer) {
        return layer.spec() instanceof Model model ? List.of(model) : List.of();
    }
}
