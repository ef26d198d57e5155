package dev.sequential.optimizers;

import dev.sequential.engine.Tensor;
import dev.sequential.engine.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What all optimizers share around {@link Optimizer#update}, in Keras's order: gradients are accumulated, clipped,
 * weights decay, are updated, averaged and constrained.
 */
public final class Updates {
    /** Slot of the moving average of a weight. */
    static final String AVERAGE = "average";

    private static final String ACCUMULATOR = "gradient_accumulator";

    /**
     * A weight to be updated.
     *
     * @param weight what is updated
     * @param gradient of the loss, of the weight's shape
     * @param constraint applied last
     */
    public record Target(Variable weight, Tensor gradient, UnaryOperator<Tensor> constraint) {}

    private final OptimizerState state;
    private final Optimizer optimizer;
    private final Function<Variable, Tensor> read;
    private final Map<Variable, Tensor> updates = new LinkedHashMap<>();

    private Updates(OptimizerState state, Function<Variable, Tensor> read) {
        this.state = state;
        this.optimizer = state.optimizer();
        this.read = read;
    }

    /**
     * New values of weights and slots after one step.
     *
     * @param read the value of a variable before the step
     */
    public static Map<Variable, Tensor> of(
            OptimizerState state, List<Target> targets, Function<Variable, Tensor> read) {
        Updates all = new Updates(state, read);
        List<Tensor> gradients = all.clipped(all.accumulated(targets));
        for (int i = 0; i < targets.size(); i++) all.update(targets.get(i), gradients.get(i));
        if (state.optimizer().gradientAccumulationSteps() > 1) all.holdBetweenUpdates();
        return all.updates;
    }

    /** The mean gradient over the batches of one update; accumulators start again after it. */
    private List<Tensor> accumulated(List<Target> targets) {
        int steps = optimizer.gradientAccumulationSteps();
        List<Tensor> gradients = new ArrayList<>();
        for (Target target : targets) {
            if (steps <= 1) {
                gradients.add(target.gradient());
                continue;
            }
            Variable accumulator = state.slot(target.weight(), ACCUMULATOR, 0);
            Tensor sum = read.apply(accumulator).plus(target.gradient());
            gradients.add(sum.times(1.0 / steps));
            updates.put(accumulator, sum.times(read.apply(state.applies()).not()));
        }
        return gradients;
    }

    private List<Tensor> clipped(List<Tensor> gradients) {
        if (optimizer.clipvalue() > 0) {
            double v = optimizer.clipvalue();
            return gradients.stream().map(g -> g.clip(-v, v)).toList();
        }
        if (optimizer.clipnorm() > 0) {
            double c = optimizer.clipnorm();
            return gradients.stream()
                    .map(g -> g.times(scale(g.square().sum(), c)))
                    .toList();
        }
        if (optimizer.globalClipnorm() > 0 && !gradients.isEmpty()) {
            Tensor sum = gradients.stream()
                    .map(g -> g.square().sum())
                    .reduce(Tensor::plus)
                    .orElseThrow();
            Tensor scale = scale(sum, optimizer.globalClipnorm());
            return gradients.stream().map(g -> g.times(scale)).toList();
        }
        return gradients;
    }

    /** {@code c / max(norm, c)}. */
    private static Tensor scale(Tensor squares, double c) {
        return squares.sqrt().maximum(c).reciprocal().times(c);
    }

    private void update(Target target, Tensor gradient) {
        OneWeight slots = new OneWeight(target.weight());
        Tensor weight = read.apply(target.weight());
        if (optimizer.weightDecay() > 0) {
            weight = weight.minus(weight.times(slots.learningRate().times(optimizer.weightDecay())));
        }
        Tensor next = optimizer.update(slots, weight, gradient);
        if (optimizer.useEma()) next = averaged(target.weight(), next);
        updates.put(target.weight(), target.constraint().apply(next));
    }

    /** Keeps the moving average, the first being the weight itself; at times the weight becomes its average. */
    private Tensor averaged(Variable weight, Tensor next) {
        Variable average = state.slot(weight, AVERAGE, 0);
        Tensor momentum = read.apply(state.step()).greaterThan(1).times(optimizer.emaMomentum());
        Tensor mean = read.apply(average).times(momentum).plus(next.times(momentum.from(1)));
        updates.put(average, mean);
        return optimizer.emaOverwriteFrequency() > 0
                ? read.apply(state.overwrites()).select(mean, next)
                : next;
    }

    /** Between two updates everything but the accumulators stays. */
    private void holdBetweenUpdates() {
        Tensor applies = read.apply(state.applies());
        updates.replaceAll((variable, value) ->
                variable.name().endsWith(ACCUMULATOR) ? value : applies.select(value, read.apply(variable)));
    }

    /** What {@link Optimizer#update} sees of one weight. */
    private final class OneWeight implements Optimizer.Update {
        private final Variable weight;

        OneWeight(Variable weight) {
            this.weight = weight;
        }

        @Override
        public Tensor learningRate() {
            return read.apply(state.learningRateVariable());
        }

        @Override
        public Tensor iteration() {
            return read.apply(state.step());
        }

        @Override
        public Tensor slot(String name) {
            return slot(name, 0);
        }

        @Override
        public Tensor slot(String name, double initial) {
            Variable slot = state.slot(weight, name, initial);
            return updates.getOrDefault(slot, read.apply(slot));
        }

        @Override
        public Tensor shared(String name, double initial) {
            return read.apply(state.shared(name, initial));
        }

        @Override
        public void set(String name, Tensor value) {
            Variable slot = state.slots(weight).get(name);
            updates.put(slot != null ? slot : state.shared(name, 0), value);
        }
    }
}
