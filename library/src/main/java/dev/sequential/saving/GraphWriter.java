package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sequential.Input;
import dev.sequential.Layer;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.Topology;
import dev.sequential.engine.Binary;
import dev.sequential.engine.External;
import dev.sequential.engine.Fill;
import dev.sequential.engine.Node;
import dev.sequential.engine.Op;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Unary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes what a model computes, without its weights, as Keras does. */
record GraphWriter(KerasConfig table) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    ObjectNode write(Model model) {
        return model instanceof Sequential sequential ? sequential(sequential) : functional(model);
    }

    private ObjectNode sequential(Sequential model) {
        ObjectNode config = config(model);
        ArrayNode layers = config.putArray("layers");
        ObjectNode object = KerasConfig.object("keras", "Sequential", config);
        if (model.isBuilt()) {
            Tensor input = model.inputs().get(0);
            layers.add(input(Input.of(input.type()), model.inputNames().get(0)));
            config.set("build_input_shape", shape(input.shape()));
            object.putObject("build_config").set("input_shape", shape(input.shape()));
        }
        for (Layer layer : model.layers()) layers.add(layer(layer));
        return object;
    }

    private static ObjectNode config(Model model) {
        ObjectNode config = JSON.objectNode();
        config.put("name", model.name());
        config.put("trainable", model.trainable());
        config.put("dtype", "float32");
        return config;
    }

    private ObjectNode functional(Model model) {
        ObjectNode config = config(model);
        config.remove("dtype");
        Topology topology = model.topology();
        Map<Node, Integer> places = new HashMap<>();
        for (Topology.Operation operation : topology.operations()) {
            for (Node node : operation.nodes())
                places.put(node, operation.nodes().indexOf(node));
        }
        ArrayNode layers = config.putArray("layers");
        for (Topology.Operation operation : topology.operations()) {
            if (!isNumber(operation.nodes().get(0))) layers.add(new Calls(topology, places).operation(operation));
        }
        config.set("input_layers", ends(topology, places, model.inputs()));
        config.set("output_layers", ends(topology, places, model.outputs()));
        ObjectNode object = KerasConfig.object("keras.src.models.functional", "Functional", config);
        object.put("registered_name", "Functional");
        return object;
    }

    private static ArrayNode ends(Topology topology, Map<Node, Integer> places, List<Tensor> tensors) {
        ArrayNode all = JSON.arrayNode();
        for (Tensor tensor : tensors) all.add(history(topology, places, tensor));
        return tensors.size() == 1 ? (ArrayNode) all.get(0) : all;
    }

    private static ArrayNode history(Topology topology, Map<Node, Integer> places, Tensor tensor) {
        return JSON.arrayNode()
                .add(topology.name(tensor))
                .add(places.get(tensor.node()))
                .add(tensor.index());
    }

    private ObjectNode layer(Layer layer) {
        if (layer.spec() instanceof Input input) return input(input, layer.name());
        if (layer.spec() instanceof Model model) return write(model);
        return named(layer);
    }

    /** A layer that is no model, under its name. */
    private ObjectNode named(Layer layer) {
        String name = layer.name();
        JsonNode written;
        try {
            written = table.write(layer.spec());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Layer \"" + name + "\" cannot be saved. " + e.getMessage(), e);
        } catch (UnsupportedOperationException e) {
            throw new UnsupportedOperationException("Layer \"" + name + "\" cannot be saved. " + e.getMessage(), e);
        }
        ObjectNode object = (ObjectNode) written;
        ObjectNode config = JSON.objectNode();
        config.put("name", name);
        if (KerasNames.takesTrainable(object.get("class_name").asText())) config.put("trainable", layer.trainable());
        config.set("dtype", Policies.write(layer.dtypePolicy()));
        config.setAll((ObjectNode) object.get("config"));
        Policies.writeInside(config, layer.dtypePolicy());
        object.set("config", config);
        return object;
    }

    private static ObjectNode input(Input input, String name) {
        ObjectNode config = JSON.objectNode();
        long batch = input.batchSize().orElse(Shape.UNKNOWN);
        config.set("batch_shape", shape(Shape.of(batch).and(input.shape())));
        config.put("dtype", input.dtype().toString());
        config.put("sparse", false);
        config.put("ragged", false);
        config.put("name", name);
        config.put("optional", false);
        return KerasConfig.object("keras.layers", "InputLayer", config);
    }

    private static ArrayNode shape(Shape shape) {
        ArrayNode array = JSON.arrayNode();
        for (long dim : shape.dims()) {
            if (dim == Shape.UNKNOWN) array.addNull();
            else array.add(dim);
        }
        return array;
    }

    /** Writes how the parts of a graph are called. */
    private final class Calls {
        private final Topology topology;
        private final Map<Node, Integer> places;

        Calls(Topology topology, Map<Node, Integer> places) {
            this.topology = topology;
            this.places = places;
        }

        ObjectNode operation(Topology.Operation operation) {
            ObjectNode object =
                    operation.layer().isPresent() ? layer(operation.layer().get()) : arithmetic(operation);
            object.put("name", operation.name());
            ArrayNode calls = object.putArray("inbound_nodes");
            for (Node node : operation.nodes()) {
                if (!node.inputs().isEmpty()) calls.add(call(operation, node));
            }
            return object;
        }

        private ObjectNode call(Topology.Operation operation, Node node) {
            ArrayNode args = JSON.arrayNode();
            ObjectNode kwargs = JSON.objectNode();
            ArrayNode tensors = JSON.arrayNode();
            for (Tensor input : node.inputs()) tensors.add(isNumber(input.node()) ? number(input) : tensor(input));
            if (operation.layer().isEmpty()) args.addAll(operands(node, tensors));
            else if (tensors.size() == 1 && !KerasCalls.takesList(operation.typeName())) args.add(tensors.get(0));
            else if (KerasCalls.takesStates(operation.typeName())) {
                args.add(tensors.remove(0));
                kwargs.set("initial_state", tensors);
            } else if (KerasCalls.takesSeveral(operation.typeName())) {
                if (tensors.size() == 4) kwargs.set(KerasCalls.ATTENTION_MASK, tensors.remove(3));
                args.addAll(tensors);
            } else args.add(tensors);
            options(node).forEach(option -> kwargs.put(option, true));
            ObjectNode call = JSON.objectNode();
            call.set("args", args);
            call.set("kwargs", kwargs);
            return call;
        }

        /** Options that Keras takes at a call and that are set there. */
        private List<String> options(Node node) {
            if (!(node.op() instanceof External external)) return List.of();
            if (!(((Layer) external.source()).spec() instanceof Record spec)) return List.of();
            return Arrays.stream(spec.getClass().getRecordComponents())
                    .filter(c -> KerasNames.OF_CALLS.contains(KerasNames.snake(c.getName())))
                    .filter(c -> KerasWriter.get(c, spec).equals(true))
                    .map(c -> KerasNames.snake(c.getName()))
                    .toList();
        }

        private ObjectNode tensor(Tensor tensor) {
            ObjectNode config = JSON.objectNode();
            config.set("shape", shape(tensor.shape()));
            config.put("dtype", tensor.dtype().toString());
            config.set("keras_history", history(topology, places, tensor));
            ObjectNode object = JSON.objectNode();
            object.put("class_name", "__keras_tensor__");
            object.set("config", config);
            return object;
        }
    }

    /** Whether a node is a plain number, which stands among the arguments of an operation. */
    private static boolean isNumber(Node node) {
        return node.op() instanceof Fill;
    }

    private static JsonNode number(Tensor tensor) {
        return JSON.numberNode(((Fill) tensor.node().op()).value());
    }

    private static ObjectNode arithmetic(Topology.Operation operation) {
        String className = className(operation);
        ObjectNode config = JSON.objectNode();
        config.put("name", operation.name());
        ObjectNode object = KerasConfig.object("keras.src.ops.numpy", className, config);
        object.put("registered_name", className);
        return object;
    }

    private static String className(Topology.Operation operation) {
        Op op = operation.nodes().get(0).op();
        if (op instanceof Binary && KerasCalls.arithmetic(operation.typeName()).isPresent())
            return operation.typeName();
        if (op instanceof Unary u && u.kind() == Unary.Kind.AFFINE) {
            if (u.a() == 1) return "Add";
            if (u.b() == 0) return "Multiply";
            if (u.a() == -1) return "Subtract";
        }
        if (op instanceof Unary u && u.kind() == Unary.Kind.RECIPROCAL) return "Divide";
        throw new IllegalArgumentException("The operation " + op
                + " between layers cannot be saved; only sums, differences, products, quotients, maxima and minima can."
                + " Put it into a layer of your own.");
    }

    /** The operands of arithmetic, a number where one belongs to the operation. */
    private static ArrayNode operands(Node node, ArrayNode tensors) {
        if (!(node.op() instanceof Unary u)) return tensors;
        ArrayNode args = JSON.arrayNode();
        if (u.kind() == Unary.Kind.RECIPROCAL) return args.add(1.0).add(tensors.get(0));
        if (u.a() == 1) return args.add(tensors.get(0)).add(u.b());
        if (u.b() == 0) return args.add(tensors.get(0)).add(u.a());
        return args.add(u.b()).add(tensors.get(0));
    }
}
