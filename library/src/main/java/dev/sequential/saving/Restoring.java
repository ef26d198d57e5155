package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.Compile;
import dev.sequential.Model;
import dev.sequential.engine.Variable;
import dev.sequential.optimizers.Optimizer;
import dev.sequential.optimizers.OptimizerState;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Compiles a loaded model as the saved one was, so that its training goes on. */
final class Restoring {
    private Restoring() {}

    /** An optimizer's numbers in a file. */
    interface Numbers {
        /** Those for an optimizer of some weights, in today's order; there may be none, then it begins anew. */
        List<INDArray> of(OptimizerState state, List<Variable> weights);
    }

    static void compile(Model model, JsonNode config, Numbers numbers, KerasConfig table) {
        AtomicBoolean complete = new AtomicBoolean();
        Compile options = Compile.of(c -> complete.set(new CompileConfig(table).read(config, c)));
        if (!complete.get()) return;
        Optimizer optimizer = options.optimizer();
        OptimizerState state = new OptimizerState(optimizer);
        List<Variable> weights = WeightsFile.variables(model);
        List<INDArray> values = numbers.of(state, weights);
        if (!values.isEmpty()) OptimizerLayout.read(values, state, weights);
        model.compile(options, state);
    }
}
