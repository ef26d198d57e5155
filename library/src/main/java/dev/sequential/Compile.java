package dev.sequential;

import dev.sequential.data.Each;
import dev.sequential.data.TargetTensor;
import dev.sequential.engine.Check;
import dev.sequential.losses.Loss;
import dev.sequential.optimizers.Optimizer;
import dev.sequential.training.NamedMetric;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a model learns by; {@link CompileBuilder} sets it in {@code model.compile(c -> c.optimizer("adam").loss("mse"))}
 * and tells the defaults.
 *
 * @param optimizer turns gradients into updates
 * @param byName whether the optimizer was given by its name and so begins anew; an object given again goes on
 * @param loss what is made small, for each output
 * @param metrics what is measured besides, for each output
 * @param weightedMetrics what is measured with sample weights, for each output
 * @param lossWeights factors of the outputs' losses in their sum
 * @param sampleWeightMode "temporal" for each output whose sample weights have a time axis
 * @param targetTensors targets of outputs that get none from the caller
 */
public record Compile(
        Optimizer optimizer,
        boolean byName,
        Optional<Each<Loss>> loss,
        Optional<Each<List<NamedMetric>>> metrics,
        Optional<Each<List<NamedMetric>>> weightedMetrics,
        Optional<Each<Double>> lossWeights,
        Optional<Each<String>> sampleWeightMode,
        Optional<Each<TargetTensor>> targetTensors) {
    public Compile {
        Check.notNull(optimizer, "optimizer");
        Check.notNull(loss, "loss");
        Check.notNull(metrics, "metrics");
        Check.notNull(weightedMetrics, "weightedMetrics");
        Check.notNull(lossWeights, "lossWeights");
        Check.notNull(sampleWeightMode, "sampleWeightMode");
        Check.notNull(targetTensors, "targetTensors");
    }

    /** The options that {@code options} sets, over the defaults. */
    public static Compile of(Consumer<CompileBuilder> options) {
        CompileBuilder builder = new CompileBuilder();
        Check.notNull(options, "options").accept(builder);
        return builder.build();
    }
}
