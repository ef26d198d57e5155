package dev.sequential;

import dev.sequential.engine.Check;
import dev.sequential.engine.External;
import dev.sequential.engine.Graphs;
import dev.sequential.engine.Node;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Layers joined into something that can be trained and asked. A {@link Sequential} is a chain of them; {@link #of}
 * makes any graph.
 */
public abstract sealed class Model extends Trainable permits Sequential, Functional {
    private final String name;

    Model(String name) {
        this.name = name;
    }

    /** A model of a graph: everything between the inputs and the outputs. */
    public static Model of(List<Tensor> inputs, List<Tensor> outputs) {
        return new Functional(Session.name("Functional"), inputs, outputs);
    }

    /** A model with one input and one output. */
    public static Model of(Tensor input, Tensor output) {
        return of(List.of(input), List.of(output));
    }

    /** Name of the model, {@code sequential} or {@code functional} and a number. */
    public String name() {
        return name;
    }

    /** The tensors it begins with; each is made by a {@link Placeholder}. Building must be possible. */
    public abstract List<Tensor> inputs();

    /** The tensors it ends with. */
    public abstract List<Tensor> outputs();

    /** Whether the input shape is known, so that weights exist. */
    public abstract boolean isBuilt();

    /** Makes the weights for samples of these shapes, one a model input, without the batch axis. */
    public abstract void build(List<Shape> sampleShapes);

    /** The layers in order of addition; a Sequential's input is not one of them. */
    public abstract List<Layer> layers();

    /** Names of the inputs, in order. */
    public List<String> inputNames() {
        return inputs().stream().map(t -> ((Placeholder) t.node().op()).name()).toList();
    }

    /** Names of the outputs: those of the layers that make them. */
    public List<String> outputNames() {
        return outputs().stream().map(t -> source(t.node())).toList();
    }

    /** The layer of this name; an unknown name is an error that lists the known ones. */
    public Layer getLayer(String name) {
        List<String> names = layers().stream().map(Layer::name).toList();
        int at = names.indexOf(name);
        Check.that(at >= 0, "No layer \"%s\" in model \"%s\"; its layers are %s", name, this.name, names);
        return layers().get(at);
    }

    /** The layer at this place, 0 being the first; {@code -1} is the last. */
    public Layer getLayer(int index) {
        List<Layer> all = layers();
        int at = index < 0 ? index + all.size() : index;
        Check.that(
                at >= 0 && at < all.size(),
                "index of a layer of model \"%s\" must be from %d to %d, but received %d",
                name,
                -all.size(),
                all.size() - 1,
                index);
        return all.get(at);
    }

    /** Every weight of every layer, each once. */
    public List<Weight> weights() {
        return layers().stream().flatMap(l -> l.weights().stream()).toList();
    }

    /** The weights that training changes: those of layers that are not frozen, without states such as a moving mean. */
    public List<Weight> trainableWeights() {
        return layers().stream()
                .filter(Layer::trainable)
                .flatMap(l -> l.weights().stream())
                .filter(Weight::trained)
                .toList();
    }

    /** Copies of all weights. */
    public List<INDArray> getWeights() {
        return Weights.copies(weights());
    }

    /** Replaces all weights; number and shapes must agree with {@link #getWeights()}, or nothing changes. */
    public void setWeights(List<INDArray> values) {
        Weights.set(weights(), values, "Model \"" + name + "\"");
    }

    /** Makes everything zero that layers carry from batch to batch: the states of stateful recurrent layers. */
    public void resetStates() {
        layers().forEach(Layer::resetStates);
    }

    /** Number of weight elements. */
    public long countParams() {
        return layers().stream().mapToLong(Layer::countParams).sum();
    }

    /** The model as a table, which prints as text and shows as HTML. */
    public Summary summary() {
        List<Summary.Row> rows = new ArrayList<>();
        Set<Layer> seen = new LinkedHashSet<>();
        for (Node node : Graphs.order(outputs())) {
            Shape shape = node.outputs().get(0).shape();
            List<String> from =
                    node.inputs().stream().map(t -> source(t.node())).toList();
            if (node.op() instanceof Placeholder p) {
                if (this instanceof Functional) rows.add(new Summary.Row(p.name(), "InputLayer", shape, 0, from));
            } else if (node.op() instanceof External e && e.source() instanceof Layer layer) {
                long params = seen.add(layer) ? layer.countParams() : 0;
                rows.add(new Summary.Row(layer.name(), layer.typeName(), shape, params, from));
            } else {
                rows.add(new Summary.Row(source(node), node.op().getClass().getSimpleName(), shape, 0, from));
            }
        }
        long trainable = trainableWeights().stream().mapToLong(Weight::size).sum();
        return new Summary(name, rows, countParams(), trainable, 0);
    }

    /** The outputs for these inputs, whose batch may be known, as {@code trace} sees them. */
    public List<Tensor> call(Trace trace, List<Tensor> inputs) {
        Map<Tensor, Tensor> known = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) known.put(inputs().get(i), inputs.get(i));
        return trace.replay(outputs(), known);
    }

    /** Layers of a graph, each once, in the order of first use. */
    static List<Layer> layersOf(List<Tensor> outputs) {
        Set<Layer> layers = new LinkedHashSet<>();
        for (Node node : Graphs.order(outputs)) {
            if (node.op() instanceof External e && e.source() instanceof Layer layer) layers.add(layer);
        }
        return List.copyOf(layers);
    }

    /** Name of what made a node of the description. */
    static String source(Node node) {
        if (node.op() instanceof Placeholder p) return p.name();
        if (node.op() instanceof External e && e.source() instanceof Layer layer) return layer.name();
        return node.op().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    /** Refuses two layers of one name. */
    static void checkNames(List<Layer> layers) {
        Set<String> names = new LinkedHashSet<>();
        for (Layer layer : layers) {
            Check.that(
                    names.add(layer.name()),
                    "Two layers are named \"%s\"; names in a model must be unique",
                    layer.name());
        }
    }
}
