package dev.sequential;

import dev.sequential.engine.External;
import dev.sequential.engine.Fill;
import dev.sequential.engine.Graphs;
import dev.sequential.engine.Node;
import dev.sequential.engine.Op;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A described graph, to be computed for other inputs: its layers are called again, its tensor operations repeated. */
record Replay(List<Tensor> inputs, List<Tensor> outputs) {
    /** The outputs for these inputs; {@code caller} gives the results of a layer. */
    List<Tensor> on(List<Tensor> given, BiFunction<Layer, List<Tensor>, List<Tensor>> caller) {
        Map<Tensor, Tensor> known = new HashMap<>();
        for (int i = 0; i < given.size(); i++) known.put(inputs.get(i), given.get(i));
        for (Node node : Graphs.order(outputs)) {
            if (known.containsKey(node.outputs().get(0))) continue;
            List<Tensor> of = node.inputs().stream().map(known::get).toList();
            List<Tensor> results = node.op() instanceof External external
                    ? caller.apply((Layer) external.source(), of)
                    : Tensor.all(ofBatch(node.op(), given.get(0).dim(0)), of);
            for (int i = 0; i < results.size(); i++) known.put(node.outputs().get(i), results.get(i));
        }
        return outputs.stream().map(known::get).toList();
    }

    /** A constant that was described for a batch of unknown size, for the batch that has come. */
    private static Op ofBatch(Op op, long batch) {
        if (!(op instanceof Fill fill)) return op;
        Shape shape = fill.of().shape();
        boolean open = shape.rank() > 0 && shape.dim(0) == Shape.UNKNOWN;
        return open ? new Fill(fill.value(), fill.of().with(shape.withDim(0, batch))) : op;
    }
}
