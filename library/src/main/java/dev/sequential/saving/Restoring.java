package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.Compile;
import dev.sequential.Model;
import dev.sequential.optimizers.Optimizer;
import dev.sequential.optimizers.OptimizerState;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Compiles a loaded model as the saved one was, so that its training goes on. */
final class Restoring {
    private Restoring() {}

    /** {@code values} are the optimizer's numbers; there may be none, then it begins anew. */
    static void compile(Model model, JsonNode config, List<INDArray> values, KerasConfig table) {
        AtomicBoolean complete = new AtomicBoolean();
        Compile options = Compile.of(c -> complete.set(new CompileConfig(table).read(config, c)));
        if (!complete.get()) return;
        Optimizer optimizer = options.optimizer();
        OptimizerState state = new OptimizerState(optimizer);
        if (!values.isEmpty()) OptimizerLayout.read(values, state, WeightsFile.variables(model));
        model.compile(options, state);
    }
}
