package dev.sequential.display;

import dev.sequential.Layer;
import dev.sequential.Model;
import dev.sequential.Topology;
import dev.sequential.engine.Graphs;
import dev.sequential.engine.Node;
import dev.sequential.engine.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One box of a model's diagram: a use of a layer, an input, or an operation on tensors.
 *
 * @param name unique in the model, except for a layer that is used several times
 * @param type class name of what it computes
 * @param details shape of its results, number of its parameters, and what else is to be known
 * @param from places of the parts whose results it takes
 * @param output whether the model ends with it
 * @param inner the model that it is, at its first use
 */
record ModelPart(String name, String type, String details, List<Integer> from, boolean output, Optional<Model> inner) {
    /** The parts of a model; none comes before what it takes. */
    static List<ModelPart> of(Model model) {
        Map<Node, Topology.Operation> owners = new HashMap<>();
        for (Topology.Operation operation : model.topology().operations()) {
            operation.nodes().forEach(node -> owners.put(node, operation));
        }
        List<Node> order = Graphs.order(
                Stream.concat(model.inputs().stream(), model.outputs().stream()).toList());
        List<Node> ends = model.outputs().stream().map(Tensor::node).toList();
        return order.stream()
                .map(node -> of(node, owners.get(node), order, ends.contains(node)))
                .toList();
    }

    private static ModelPart of(Node node, Topology.Operation operation, List<Node> order, boolean output) {
        int use = operation.nodes().indexOf(node) + 1;
        List<String> details = new ArrayList<>(
                List.of(node.outputs().stream().map(t -> t.shape().toString()).collect(Collectors.joining(", "))));
        Optional<Layer> layer = operation.layer();
        long params = layer.map(Layer::countParams).orElse(0L);
        if (params > 0) details.add(Numbers.grouped(params) + (params == 1 ? " param" : " params"));
        if (layer.filter(l -> params > 0 && !l.trainable()).isPresent()) details.add("frozen");
        if (operation.nodes().size() > 1) {
            details.add("shared, use " + use + " of " + operation.nodes().size());
        }
        return new ModelPart(
                operation.name(),
                operation.typeName(),
                String.join(" · ", details),
                node.inputs().stream().map(t -> order.indexOf(t.node())).toList(),
                output,
                layer.map(Layer::spec)
                        .filter(spec -> use == 1 && spec instanceof Model)
                        .map(Model.class::cast));
    }

    /** In one line, for a console. */
    String line(List<ModelPart> parts) {
        String takes = from.stream().map(i -> parts.get(i).name).collect(Collectors.joining(", "));
        return name + " (" + type + ") " + details + (takes.isEmpty() ? "" : " ← " + takes);
    }
}
