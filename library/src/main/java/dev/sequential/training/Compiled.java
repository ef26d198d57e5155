package dev.sequential.training;

import dev.sequential.Frozen;
import dev.sequential.data.TargetTensor;
import dev.sequential.engine.Check;
import dev.sequential.engine.Type;
import dev.sequential.losses.Loss;
import dev.sequential.optimizers.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code compile} chose, resolved for a model whose shapes and targets are known: names are looked up, 'accuracy'
 * is one of its kinds, every output has its own part.
 *
 * @param optimizer turns gradients into updates; its identity tells whether a recompilation keeps its slots
 * @param outputs one for each output of the model, in order; none if the model is not compiled and can only predict
 * @param frozen which layers were frozen when {@code compile} was called
 */
public record Compiled(Optional<Optimizer> optimizer, List<Output> outputs, Frozen frozen) {
    public Compiled {
        Check.notNull(optimizer, "optimizer");
        outputs = List.copyOf(outputs);
        Check.notNull(frozen, "frozen");
    }

    /** Of a model whose layers are frozen as they are. */
    public Compiled(Optional<Optimizer> optimizer, List<Output> outputs) {
        this(optimizer, outputs, Frozen.none());
    }

    /** The same for layers that were frozen then. */
    Compiled with(Frozen then) {
        return new Compiled(optimizer, outputs, then);
    }

    /** Of a model that is not compiled: enough to predict. */
    public static Compiled none() {
        return new Compiled(Optional.empty(), List.of());
    }

    /**
     * Keys of the numbers a step reports, in order: {@code loss}; if there are several outputs the loss of each that has
     * one; for each output its metrics and then its weighted metrics. Equal to {@code model.metricsNames()}.
     */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of("loss"));
        if (outputs.size() > 1) {
            outputs.stream().filter(o -> o.loss().isPresent()).forEach(o -> names.add(o.name() + "_loss"));
        }
        for (Output output : outputs) {
            output.metrics().forEach(m -> names.add(m.name()));
            output.weightedMetrics().forEach(m -> names.add(m.name()));
        }
        return List.copyOf(names);
    }

    /** Names of the outputs whose targets the caller gives: they have a loss, and compile was given no targets for them. */
    public List<String> givenNames() {
        return outputs.stream()
                .filter(o -> o.loss().isPresent() && o.targetTensor().isEmpty())
                .map(Output::name)
                .toList();
    }

    /** Names of the outputs that have a loss and so a target. */
    public List<String> targetNames() {
        return outputs.stream()
                .filter(o -> o.loss().isPresent())
                .map(Output::name)
                .toList();
    }

    /**
     * What is measured at one output.
     *
     * @param name name of the output
     * @param loss what is made small; empty if nothing is, then there is no target either
     * @param lossWeight factor of this loss in the total; the loss reported for the output itself is without it
     * @param target shape and element type of the targets with an unknown batch: float32, or int32 for class numbers,
     *     whose shape is the output's without the last axis
     * @param metrics metrics that ignore sample weights
     * @param weightedMetrics metrics that sample weights weigh
     * @param temporal whether sample weights have a time axis
     * @param targetTensor targets that compile was given
     */
    public record Output(
            String name,
            Optional<Loss> loss,
            double lossWeight,
            Type target,
            List<NamedMetric> metrics,
            List<NamedMetric> weightedMetrics,
            boolean temporal,
            Optional<TargetTensor> targetTensor) {
        public Output {
            Check.notNull(name, "name");
            Check.notNull(loss, "loss");
            Check.notNull(target, "target");
            metrics = List.copyOf(metrics);
            weightedMetrics = List.copyOf(weightedMetrics);
            Check.notNull(targetTensor, "targetTensor");
        }

        /** An output with one weight a sample, whose targets the caller gives. */
        public Output(
                String name,
                Optional<Loss> loss,
                double lossWeight,
                Type target,
                List<NamedMetric> metrics,
                List<NamedMetric> weightedMetrics) {
            this(name, loss, lossWeight, target, metrics, weightedMetrics, false, Optional.empty());
        }
    }
}
