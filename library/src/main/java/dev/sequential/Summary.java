package dev.sequential;

import dev.sequential.engine.Shape;
import java.util.List;

/**
 * A model as a table: what {@code model.summary()} returns. Prints as text; notebooks show it as an HTML table.
 *
 * @param model name of the model
 * @param rows one a layer, in order
 * @param totalParams number of weight elements
 * @param trainableParams those that training changes
 * @param optimizerParams numbers the optimizer keeps, 0 before training
 * @param inside the models inside, in order, where their layers have no rows here
 */
public record Summary(
        String model,
        List<Row> rows,
        long totalParams,
        long trainableParams,
        long optimizerParams,
        List<Summary> inside) {
    /**
     * One layer.
     *
     * @param name unique in the model
     * @param type class name of what the layer computes
     * @param outputShape first axis unknown: the batch
     * @param params number of weight elements
     * @param connectedTo names of the layers whose results it takes
     * @param level 0 for a layer of the model itself, 1 for one of a model inside it and so on
     */
    public record Row(String name, String type, Shape outputShape, long params, List<String> connectedTo, int level) {
        /** A layer of the model itself. */
        public Row(String name, String type, Shape outputShape, long params, List<String> connectedTo) {
            this(name, type, outputShape, params, connectedTo, 0);
        }

        /** Name and type as the first column shows them: {@code dense (Dense)}, further to the right inside a model. */
        public String label() {
            return (level == 0 ? "" : "   ".repeat(level) + "└ ") + name + " (" + type + ")";
        }
    }

    public Summary {
        rows = List.copyOf(rows);
        inside = List.copyOf(inside);
    }

    /** A model without models inside. */
    public Summary(String model, List<Row> rows, long totalParams, long trainableParams, long optimizerParams) {
        this(model, rows, totalParams, trainableParams, optimizerParams, List.of());
    }

    /** Weight elements that training leaves alone. */
    public long nonTrainableParams() {
        return totalParams - trainableParams;
    }

    /** Whether every layer takes just the result of the one before. */
    public boolean isChain() {
        List<Row> own = rows.stream().filter(r -> r.level() == 0).toList();
        for (int i = 0; i < own.size(); i++) {
            List<String> from = own.get(i).connectedTo();
            if (i == 0 ? from.size() > 1 : !from.equals(List.of(own.get(i - 1).name()))) return false;
        }
        return true;
    }

    /** The table as text, as Keras draws it. */
    @Override
    public String toString() {
        return new SummaryText(this).toString();
    }
}
