package dev.sequential;

import dev.sequential.engine.Check;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A model of any graph. */
final class Functional extends Model {
    private final List<Tensor> inputs;
    private final List<Tensor> outputs;
    private final Topology topology;
    private final List<Layer> layers;

    Functional(String name, List<Tensor> inputs, List<Tensor> outputs) {
        super(name);
        Check.that(!outputs.isEmpty(), "outputs of a model must not be empty");
        for (Tensor input : inputs) {
            Check.that(
                    input.node().op() instanceof Placeholder,
                    "inputs of a model must come from Input, but received %s",
                    input);
        }
        Set<Tensor> distinct = new HashSet<>(inputs);
        Check.that(
                distinct.size() == inputs.size(),
                "Each input of a model must be given once, but received %s",
                inputs.stream().map(t -> Topology.inputName(t.node())).toList());
        this.inputs = List.copyOf(inputs);
        this.outputs = List.copyOf(outputs);
        this.topology = new Topology(inputs, outputs);
        for (Topology.Operation operation : topology.operations()) {
            Tensor made = operation.nodes().get(0).outputs().get(0);
            Check.that(
                    !(made.node().op() instanceof Placeholder) || distinct.contains(made),
                    "The outputs depend on input \"%s\", which is not among the model's inputs: %s. Add it to them.",
                    operation.name(),
                    inputs.stream().map(t -> Topology.inputName(t.node())).collect(Collectors.joining(", ")));
        }
        this.layers = topology.layers();
    }

    @Override
    public List<Tensor> inputs() {
        return inputs;
    }

    @Override
    public List<Tensor> outputs() {
        return outputs;
    }

    @Override
    public boolean isBuilt() {
        return true;
    }

    @Override
    public void build(List<Shape> sampleShapes) {}

    @Override
    public void unbuild() {}

    @Override
    public List<Layer> layers() {
        return layers;
    }

    @Override
    public Topology topology() {
        return topology;
    }

    @Override
    public String typeName() {
        return "Functional";
    }

    @Override
    public String toString() {
        return "Model \"" + name() + "\" of " + layers.size() + " layers";
    }
}
