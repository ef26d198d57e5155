package dev.sequential.optimizers;

import dev.sequential.engine.Gradients;
import dev.sequential.engine.Shape;
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
     * The gradients of a loss in the order of the weights, {@code null} for a weight it does not depend on. The loss is
     * scaled first if the optimizer wants that; {@link #of} scales back.
     */
    public static List<Tensor> gradients(Optimizer optimizer, Tensor loss, List<Tensor> weights) {
        double scale = optimizer.lossScaleFactor();
        return Gradients.of(scale > 0 ? loss.times(scale) : loss, weights);
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
        return all.updates;
    }

    private boolean accumulates() {
        return optimizer.gradientAccumulationSteps() > 1;
    }

    /** The mean gradient over the batches of one update; accumulators start again after it. */
    private List<Tensor> accumulated(List<Target> targets) {
        double scale = optimizer.lossScaleFactor() > 0 ? optimizer.lossScaleFactor() : 1;
        List<Tensor> gradients = new ArrayList<>();
        for (Target target : targets) {
            Tensor gradient = target.gradient().dividedBy(scale);
            if (accumulates()) {
                Variable accumulator = state.slot(target.weight(), ACCUMULATOR, gradient.shape(), 0);
                Tensor sum = read.apply(accumulator).plus(gradient);
                updates.put(accumulator, sum.times(read.apply(state.applies()).not()));
                gradient = sum.dividedBy(optimizer.gradientAccumulationSteps());
            }
            gradients.add(gradient);
        }
        return gradients;
    }

    /** Between two updates weights and slots stay as they were. */
    private Tensor held(Variable variable, Tensor next) {
        return accumulates() ? read.apply(state.applies()).select(next, read.apply(variable)) : next;
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
        if (optimizer.weightDecay() > 0 && optimizer.decays(target.weight().name())) {
            weight = weight.minus(weight.times(slots.learningRate().times(optimizer.weightDecay())));
        }
        Tensor next = held(target.weight(), optimizer.update(slots, weight, gradient));
        if (optimizer.useEma()) next = averaged(target.weight(), next);
        updates.put(target.weight(), target.constraint().apply(next));
    }

    /** Keeps the moving average, the first being the weight itself; at times the weight becomes its average. */
    private Tensor averaged(Variable weight, Tensor next) {
        Variable average = state.slot(weight, AVERAGE, next.shape(), 0);
        Tensor momentum = read.apply(state.step()).greaterThan(1).times(optimizer.emaMomentum());
        Tensor mean = read.apply(average).times(momentum).plus(next.times(momentum.from(1)));
        updates.put(average, mean);
        return optimizer.emaOverwriteFrequency() > 0
                ? read.apply(state.overwrites()).select(mean, next)
                : next;
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
        public Tensor undecayed() {
            return read.apply(weight);
        }

        @Override
        public Tensor slot(String name) {
            return slot(name, 0);
        }

        @Override
        public Tensor slot(String name, double initial) {
            return slot(name, weight.type().shape(), initial);
        }

        @Override
        public Tensor slot(String name, Shape shape, double initial) {
            Variable slot = state.slot(weight, name, shape, initial);
            return updates.getOrDefault(slot, read.apply(slot));
        }

        @Override
        public Tensor shared(String name, double initial) {
            return read.apply(state.shared(name, initial));
        }

        @Override
        public void set(String name, Tensor value) {
            Variable slot = state.slots(weight).get(name);
            if (slot == null) slot = state.shared().get(name);
            if (slot == null) slot = state.slot(weight, name, value.shape(), 0);
            updates.put(slot, held(slot, value));
        }
    }
}
