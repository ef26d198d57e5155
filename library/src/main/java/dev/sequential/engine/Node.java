package dev.sequential.engine;

import java.util.ArrayList;
import java.util.List;

/** One application of an {@link Op}: its inputs and the tensors it makes. Identity matters, not content. */
public final class Node {
    private final Op op;
    private final List<Tensor> inputs;
    private final List<Tensor> outputs;
    private final String origin;

    Node(Op op, List<Tensor> inputs) {
        List<Type> types = inputs.stream().map(Tensor::type).toList();
        this.op = op.known(types);
        this.inputs = List.copyOf(inputs);
        this.origin = Origin.current();
        List<Tensor> made = new ArrayList<>();
        for (Type type : this.op.types(types)) {
            made.add(new Tensor(this, made.size(), type));
        }
        this.outputs = List.copyOf(made);
    }

    /** What is computed. */
    public Op op() {
        return op;
    }

    /** The operands. */
    public List<Tensor> inputs() {
        return inputs;
    }

    /** The results, usually one. */
    public List<Tensor> outputs() {
        return outputs;
    }

    /** The layer that traced this, or an empty string. */
    public String origin() {
        return origin;
    }

    @Override
    public String toString() {
        return op + (origin.isEmpty() ? "" : " in " + origin);
    }
}
