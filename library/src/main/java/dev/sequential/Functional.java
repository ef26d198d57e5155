package dev.sequential;

import dev.sequential.engine.Check;
import dev.sequential.engine.Graphs;
import dev.sequential.engine.Node;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.List;

/** A model of any graph. */
final class Functional extends Model {
    private final List<Tensor> inputs;
    private final List<Tensor> outputs;
    private final List<Layer> layers;

    Functional(String name, List<Tensor> inputs, List<Tensor> outputs) {
        super(name);
        this.inputs = List.copyOf(inputs);
        this.outputs = List.copyOf(outputs);
        Check.that(!outputs.isEmpty(), "outputs of a model must not be empty");
        for (Tensor input : inputs) {
            Check.that(
                    input.node().op() instanceof Placeholder,
                    "inputs of a model must come from Input, but received %s",
                    input);
        }
        for (Node node : Graphs.order(outputs)) {
            if (node.op() instanceof Placeholder p) {
                Check.that(
                        inputs.contains(node.outputs().get(0)),
                        "The outputs depend on input \"%s\", which is not among the model's inputs",
                        p.name());
            }
        }
        this.layers = layersOf(outputs);
        checkNames(layers);
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
    public List<Layer> layers() {
        return layers;
    }
}
