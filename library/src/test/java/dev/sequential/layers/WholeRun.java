package dev.sequential.layers;

import static dev.sequential.unit.ArrayAsserts.assertClose;

import dev.sequential.engine.Backends;
import dev.sequential.engine.Gradients;
import dev.sequential.engine.Program;
import dev.sequential.engine.Tensor;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A graph with something that oneDNN may do as a whole and ND4J does in pieces. */
record WholeRun(List<Tensor> inputs, List<Values> values, List<Tensor> results) {
    /**
     * The results with the gradients of a sum of them.
     *
     * @param targets what the gradients are for
     * @param twice whether the gradients of the gradients' squares are results too
     */
    static WholeRun of(
            List<Tensor> inputs,
            List<Values> values,
            List<Tensor> results,
            Tensor sum,
            List<Tensor> targets,
            boolean twice) {
        List<Tensor> gradients = Gradients.of(sum, targets);
        List<Tensor> all = new ArrayList<>(results);
        all.addAll(gradients);
        if (twice) {
            Tensor squares = gradients.stream()
                    .map(g -> g.square().sum())
                    .reduce(Tensor::plus)
                    .get();
            all.addAll(Gradients.of(squares, targets));
        }
        return new WholeRun(inputs, values, all);
    }

    void checkEqualsItsPieces(double tolerance) {
        List<Values> pieces = on("nd4j");
        List<Values> whole = on("auto");
        for (int i = 0; i < pieces.size(); i++) assertClose("result " + i, whole.get(i), pieces.get(i), tolerance);
    }

    private List<Values> on(String backend) {
        return Compute.run(backend, inputs, values, results, Map.of());
    }

    /** What the program does, a kernel a line. */
    String describe() {
        try (Program program = program()) {
            return program.describe();
        }
    }

    Program program() {
        return Program.compile(inputs, results, Map.of(), Backends.of("auto"));
    }
}
