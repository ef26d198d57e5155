package dev.sequential.training;

import dev.sequential.Model;
import dev.sequential.Trace;
import dev.sequential.Weight;
import dev.sequential.data.BatchShapes;
import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import dev.sequential.engine.Variable;
import dev.sequential.losses.Reduction;
import dev.sequential.optimizers.OptimizerState;
import dev.sequential.optimizers.Updates;
import dev.sequential.regularizers.Regularizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The graph of one step, put together from the model's layers, losses, metrics and optimizer. */
final class StepGraph {
    private final Model model;
    private final Compiled compiled;
    private final BatchShapes shapes;
    private final Trail trail;
    private final List<Tensor> inputs = new ArrayList<>();
    private final List<Tensor> targets = new ArrayList<>();
    private final List<Tensor> weights = new ArrayList<>();
    private final List<Tensor> outputs;
    private final List<Tensor> losses = new ArrayList<>();

    /** The forward part for batches of these shapes. */
    StepGraph(Model model, Compiled compiled, BatchShapes shapes, boolean training) {
        this.model = model;
        this.compiled = compiled;
        this.shapes = shapes;
        this.trail = new Trail(new Trace(training, compiled.frozen()), new LinkedHashMap<>());
        for (Tensor input : model.inputs()) {
            String name = ((Placeholder) input.node().op()).name();
            inputs.add(placeholder(name, input.type().with(shapes.inputs().get(inputs.size()))));
        }
        this.outputs = model.call(trail.trace(), inputs);
        if (training) trail.updates().putAll(trail.trace().updates());
        trail.updates().putAll(trail.trace().carried());
    }

    private static Tensor placeholder(String name, Type type) {
        return Tensor.of(new Placeholder(name, type));
    }

    /** Adds losses and metrics. */
    void measure(Results results) {
        int at = compiled.outputs().size() > 1 ? 1 : 0;
        Tensor sum = null;
        List<Tensor> predictions = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            Compiled.Output output = compiled.outputs().get(i);
            if (output.loss().isEmpty()) continue;
            int place = targets.size();
            Type target = output.target().with(shapes.targets().get(place));
            Tensor yTrue = placeholder("target of " + output.name(), target);
            targets.add(yTrue);
            Tensor yPred = outputs.get(i);
            predictions.add(yPred);
            Tensor weight = weighted() ? weight(output.name(), place) : null;
            Tensor loss = WeightedLoss.of(
                    output.loss().get(), yTrue, yPred, weight, trail.trace().mask(yPred));
            if (compiled.outputs().size() > 1) {
                results.addLoss(at++, loss, shapes.rows(), trail);
                losses.add(loss);
            }
            Tensor share = loss.times(output.lossWeight());
            sum = sum == null ? share : sum.plus(share);
        }
        Tensor total = withPenalties(sum);
        losses.add(0, total);
        results.addLoss(0, total, shapes.rows(), trail);
        at = Math.max(at, 1);
        List<Compiled.Output> measured =
                compiled.outputs().stream().filter(o -> o.loss().isPresent()).toList();
        for (int i = 0; i < measured.size(); i++) {
            Compiled.Output output = measured.get(i);
            Tensor mask = trail.trace().mask(predictions.get(i));
            for (NamedMetric unused : output.metrics()) {
                results.addMetric(at++, targets.get(i), predictions.get(i), mask, trail);
            }
            for (NamedMetric unused : output.weightedMetrics()) {
                Tensor weight = weighted() ? weights.get(i) : null;
                results.addMetric(at++, targets.get(i), predictions.get(i), masked(weight, mask), trail);
            }
        }
    }

    /** The weight of a weighted metric: what the mask lets count, times what it weighs. */
    private static Tensor masked(Tensor weight, Tensor mask) {
        if (mask == null) return weight;
        return weight == null ? mask : Reduction.NONE.reduce(mask, weight, null);
    }

    private boolean weighted() {
        return !shapes.weights().isEmpty();
    }

    private Tensor weight(String output, int place) {
        Type type = new Type(shapes.weights().get(place), DType.FLOAT32);
        weights.add(placeholder("weight of " + output, type));
        return weights.get(place);
    }

    private Tensor withPenalties(Tensor loss) {
        Tensor sum = loss;
        for (Weight weight : compiled.frozen().trainableWeights(model)) {
            if (weight.regularizer() == Regularizer.NONE) continue;
            Tensor penalty = weight.regularizer().penalty(trail.read(weight.variable()));
            sum = sum == null ? penalty : sum.plus(penalty);
        }
        for (Tensor penalty : trail.trace().losses()) sum = sum == null ? penalty : sum.plus(penalty);
        Check.that(sum != null, "There is no loss to make small: give compile a loss");
        return sum;
    }

    /** Adds gradients and the optimizer's updates. */
    void learn(OptimizerState state) {
        List<Weight> weights = compiled.frozen().trainableWeights(model);
        List<Tensor> reads = weights.stream().map(w -> trail.read(w.variable())).toList();
        List<Tensor> gradients = Updates.gradients(state.optimizer(), losses.get(0), reads);
        List<Updates.Target> all = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            if (gradients.get(i) == null) continue;
            Weight weight = weights.get(i);
            all.add(new Updates.Target(weight.variable(), gradients.get(i), weight.constraint()::project));
        }
        Check.that(!all.isEmpty(), "The loss of model \"%s\" depends on none of its trainable weights", model.name());
        trail.updates().putAll(Updates.of(state, all, trail::read));
    }

    List<Tensor> inputs() {
        return inputs;
    }

    List<Tensor> targets() {
        return targets;
    }

    List<Tensor> weights() {
        return weights;
    }

    List<Tensor> outputs() {
        return outputs;
    }

    /** The loss with penalties, then those of the outputs if several; none before {@link #measure}. */
    List<Tensor> losses() {
        return losses;
    }

    Map<Variable, Tensor> updates() {
        return trail.updates();
    }
}
