package dev.sequential;

import dev.sequential.engine.Binary;
import dev.sequential.engine.Check;
import dev.sequential.engine.External;
import dev.sequential.engine.Graphs;
import dev.sequential.engine.Node;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Unary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a functional model is made of, in Keras's order: those farthest from the outputs first and, at one distance, as
 * a walk back from the outputs meets them.
 */
public final class Topology {
    /**
     * One layer, input or tensor operation.
     *
     * @param name unique in the model
     * @param layer the layer; none for a tensor operation such as {@code a.plus(b)}
     * @param nodes where it is used, first use first
     */
    public record Operation(String name, Optional<Layer> layer, List<Node> nodes) {
        /** Class name for summaries. */
        public String typeName() {
            return layer.map(Layer::typeName).orElseGet(() -> kind(nodes.get(0)));
        }
    }

    private final Map<Object, Operation> operations = new LinkedHashMap<>();

    /** The parts of a graph. Inputs on which no output depends come last. */
    Topology(List<Tensor> inputs, List<Tensor> outputs) {
        List<Node> order = Graphs.order(outputs);
        Map<Object, List<Node>> nodes = new HashMap<>();
        for (Node node : order) {
            nodes.computeIfAbsent(source(node), s -> new ArrayList<>()).add(node);
        }
        Map<Object, Integer> met = met(outputs);
        Map<Object, Integer> depths = depths(order);
        List<Object> sources = new ArrayList<>(nodes.keySet());
        sources.sort(
                Comparator.<Object, Integer>comparing(depths::get).reversed().thenComparing(met::get));
        for (Tensor input : inputs) {
            if (nodes.putIfAbsent(input.node(), List.of(input.node())) == null) sources.add(input.node());
        }
        Set<String> names = new HashSet<>();
        for (Object source : sources) given(source).ifPresent(name -> add(name, names));
        for (Object source : sources) {
            String name =
                    given(source).orElseGet(() -> Names.free(kind((Node) source).toLowerCase(Locale.ROOT), names));
            operations.put(source, new Operation(name, layer(source), nodes.get(source)));
        }
    }

    /** The parts in order. */
    public List<Operation> operations() {
        return List.copyOf(operations.values());
    }

    /** Inputs and layers, without tensor operations. */
    List<Layer> layers() {
        return operations.values().stream()
                .map(o -> o.layer().orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The name of what makes a tensor. */
    public String name(Tensor tensor) {
        return operations.get(source(tensor.node())).name();
    }

    /** The name of an input. */
    static String inputName(Node node) {
        return ((Placeholder) node.op()).name();
    }

    /** Uses of one layer belong together, everything else stands for itself. */
    private static Object source(Node node) {
        return node.op() instanceof External external ? ((Layer) external.source()).owner() : node;
    }

    private static Optional<String> given(Object source) {
        if (source instanceof Layer layer) return Optional.of(layer.name());
        return ((Node) source).op() instanceof Placeholder p ? Optional.of(p.name()) : Optional.empty();
    }

    private static Optional<Layer> layer(Object source) {
        if (source instanceof Layer layer) return Optional.of(layer);
        return ((Node) source).op() instanceof Placeholder p
                ? Optional.of(new Layer(p.name(), Input.of(p.of())))
                : Optional.empty();
    }

    private static String kind(Node node) {
        if (node.op() instanceof Binary binary) return title(binary.kind());
        if (node.op() instanceof Unary unary) return title(unary.kind());
        return node.op().getClass().getSimpleName();
    }

    /** How Keras calls an operation: {@code ADD} is {@code Add}. */
    public static String title(Enum<?> kind) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static void add(String name, Set<String> names) {
        Check.that(names.add(name), "Two layers are named \"%s\"; names in a model must be unique", name);
    }

    /** The turn at which a walk back from the outputs meets each source first. */
    private static Map<Object, Integer> met(List<Tensor> outputs) {
        Map<Object, Integer> met = new HashMap<>();
        Set<Node> seen = new HashSet<>();
        Deque<Node> stack = new ArrayDeque<>();
        for (Tensor output : outputs) {
            stack.push(output.node());
            while (!stack.isEmpty()) {
                Node node = stack.pop();
                if (!seen.add(node)) continue;
                met.putIfAbsent(source(node), met.size());
                for (int i = node.inputs().size() - 1; i >= 0; i--) {
                    stack.push(node.inputs().get(i).node());
                }
            }
        }
        return met;
    }

    /** How many steps each source is from the outputs, at most. */
    private static Map<Object, Integer> depths(List<Node> order) {
        Map<Node, Integer> ofNode = new HashMap<>();
        Map<Object, Integer> depths = new HashMap<>();
        for (int i = order.size() - 1; i >= 0; i--) {
            Node node = order.get(i);
            int depth = Math.max(ofNode.getOrDefault(node, 0), depths.getOrDefault(source(node), 0));
            depths.put(source(node), depth);
            for (Tensor input : node.inputs()) ofNode.merge(input.node(), depth + 1, Math::max);
        }
        return depths;
    }

    /** Makes names unique as Keras does. */
    static final class Names {
        private Names() {}

        /** The name, or the name with the first number that is free. */
        static String free(String name, Set<String> taken) {
            String free = name;
            for (int i = 1; !taken.add(free); i++) free = name + "_" + i;
            return free;
        }
    }
}
