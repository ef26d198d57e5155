package dev.sequential.display;

import dev.sequential.Layer;
import dev.sequential.Weight;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A layer with its options and weights.
 *
 * <pre>{@code
 * System.out.println(LayerTable.text(model.getLayer("dense")));
 * }</pre>
 */
public final class LayerTable {
    private static final Pattern EMPTY = Pattern.compile("Optional(?:Long|Int|Double)?\\.empty");
    private static final Pattern EMPTY_OPTION = Pattern.compile("\\w+=" + EMPTY + "(, )?");
    private static final Pattern SET = Pattern.compile("Optional(?:Long|Int|Double)?\\[([^\\[\\]]*)\\]");

    private LayerTable() {}

    /** Name, type and, where there are some, options and weights, for a console. */
    public static String text(Layer layer) {
        StringBuilder text = new StringBuilder(layer.name() + " (" + layer.typeName() + "), " + state(layer));
        tables(layer).forEach(table -> text.append("\n\n").append(table.text()));
        return text.toString();
    }

    /** The same for a browser. */
    public static String html(Layer layer) {
        StringBuilder html = new StringBuilder("<p><b>" + Html.escape(layer.name()) + "</b> ("
                + Html.escape(layer.typeName()) + "), " + state(layer) + "</p>");
        tables(layer).forEach(table -> html.append('\n').append(table.html()));
        return html.toString();
    }

    private static String state(Layer layer) {
        long params = layer.countParams();
        String count = params == 1 ? "1 parameter" : Numbers.grouped(params) + " parameters";
        return layer.trainable() ? count : count + ", frozen";
    }

    private static List<TextTable> tables(Layer layer) {
        List<TextTable> tables = new ArrayList<>();
        options(layer.spec()).ifPresent(tables::add);
        if (!layer.weights().isEmpty()) tables.add(weights(layer));
        return tables;
    }

    /** The components of a record; a layer of another kind has no options to show. */
    private static Optional<TextTable> options(Object spec) {
        RecordComponent[] components = spec.getClass().getRecordComponents();
        if (components == null || components.length == 0) return Optional.empty();
        List<List<String>> rows = new ArrayList<>();
        for (RecordComponent component : components) {
            rows.add(List.of(component.getName(), value(component, spec)));
        }
        return Optional.of(TextTable.of(List.of("option", "value"), rows));
    }

    private static String value(RecordComponent component, Object spec) {
        try {
            component.getAccessor().setAccessible(true);
            return brief(component.getAccessor().invoke(spec));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return "(cannot be read: " + e.getMessage() + ")";
        }
    }

    /** A value without those of its own options that are not set: {@code GlorotUniform}, and {@code none} for itself. */
    private static String brief(Object value) {
        String text = EMPTY_OPTION.matcher(String.valueOf(value)).replaceAll("").replace("[]", "");
        return EMPTY.matcher(SET.matcher(text).replaceAll("$1")).replaceAll("none");
    }

    private static TextTable weights(Layer layer) {
        List<List<String>> rows = new ArrayList<>();
        List<Weight> trainable = layer.trainableWeights();
        for (Weight weight : layer.weights()) {
            rows.add(List.of(
                    weight.name(),
                    weight.variable().type().shape().toString(),
                    weight.variable().type().dtype().name().toLowerCase(Locale.ROOT),
                    Numbers.grouped(weight.size()),
                    trainable.contains(weight) ? "yes" : "no"));
        }
        return TextTable.of(List.of("weight", "shape", "dtype", "elements", "trainable"), rows);
    }
}
