package dev.sequential.optimizers;

import dev.sequential.engine.DType;
import dev.sequential.engine.Gradients;
import dev.sequential.engine.Read;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import dev.sequential.engine.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all optimizers have in common, around {@link Optimizer#update}: accumulation of gradients, clipping, decoupled weight
 * decay, the update, moving averages, constraints and the count of iterations, in this order.
 */
public final class Updates {
    private final Optimizer optimizer;
    private final OptimizerState state;
    private final Map<Variable, Tensor> values = new LinkedHashMap<>();
    private final Tensor batches;
    private final Tensor updating;
    private final Tensor iterations;

    private Updates(Optimizer optimizer, OptimizerState state) {
        this.optimizer = optimizer;
        this.state = state;
        this.batches = read(state.iteration()).cast(DType.FLOAT32);
        int steps = optimizer.gradientAccumulationSteps();
        this.updating = steps > 1 ? isMultiple(batches.plus(1), steps) : null;
        this.iterations = steps > 1 ? batches.dividedBy(batches.like(steps)).floor() : batches;
    }

    /**
     * The gradients of a loss, in the order of the weights; {@code null} for a weight it does not depend on. The loss is
     * scaled first if the optimizer wants that; {@link #of} scales back.
     */
    public static List<Tensor> gradients(Optimizer optimizer, Tensor loss, List<Tensor> weights) {
        double scale = optimizer.lossScaleFactor();
        return Gradients.of(scale > 0 ? loss.times(scale) : loss, weights);
    }

    /**
     * The new values of weights and of everything in {@code state} after one step. Missing slots are made.
     *
     * @param parameters the weights that have a gradient
     */
    public static Map<Variable, Tensor> of(Optimizer optimizer, OptimizerState state, List<Parameter> parameters) {
        return new Updates(optimizer, state).all(parameters);
    }

    private Map<Variable, Tensor> all(List<Parameter> parameters) {
        List<Tensor> gradients = new ArrayList<>();
        for (Parameter p : parameters) gradients.add(accumulated(p, unscaled(p.gradient())));
        if (!gradients.isEmpty()) gradients = Clipping.of(optimizer, gradients);
        for (int i = 0; i < parameters.size(); i++) {
            Parameter p = parameters.get(i);
            Tensor next = optimizer.update(new ForWeight(p), decayed(p), gradients.get(i));
            next = averaged(p, ifUpdating(next, p.weight()));
            values.put(p.variable(), p.constraint().project(next));
        }
        Tensor count = read(state.iteration());
        values.put(state.iteration(), count.plus(count.like(1)));
        return values;
    }

    private Tensor unscaled(Tensor gradient) {
        double scale = optimizer.lossScaleFactor();
        return scale > 0 ? gradient.dividedBy(scale) : gradient;
    }

    /** The mean gradient of the batches since the last update, this one included. */
    private Tensor accumulated(Parameter p, Tensor gradient) {
        if (updating == null) return gradient;
        Variable accumulator = state.accumulator(p.variable());
        Tensor sum = read(accumulator).plus(gradient);
        values.put(accumulator, updating.cast(sum.dtype()).select(sum.like(0), sum));
        return sum.dividedBy(optimizer.gradientAccumulationSteps());
    }

    private Tensor decayed(Parameter p) {
        Tensor w = p.weight();
        if (optimizer.weightDecay() == 0 || !p.decayed()) return w;
        Tensor rate = read(state.learningRate()).cast(w.dtype());
        return w.minus(w.times(rate.times(optimizer.weightDecay())));
    }

    /** The weight after its moving average has moved, which now and then takes its place. */
    private Tensor averaged(Parameter p, Tensor next) {
        if (!optimizer.useEma()) return next;
        Variable variable = state.average(p.variable());
        Tensor later = iterations.greaterThan(0).cast(next.dtype());
        Tensor momentum = later.times(optimizer.emaMomentum());
        Tensor average = read(variable).times(momentum).plus(next.times(momentum.from(1)));
        values.put(variable, average);
        int frequency = optimizer.emaOverwriteFrequency();
        if (frequency == 0) return next;
        return isMultiple(iterations.plus(1), frequency).cast(next.dtype()).select(average, next);
    }

    private Tensor ifUpdating(Tensor next, Tensor old) {
        return updating == null ? next : updating.cast(next.dtype()).select(next, old);
    }

    /** 1 where a whole number is a multiple of another; exact below 2^23. */
    private static Tensor isMultiple(Tensor number, int of) {
        Tensor quotient = number.dividedBy(number.like(of));
        return quotient.equalTo(quotient.floor());
    }

    private static Tensor read(Variable variable) {
        return Tensor.of(new Read(variable));
    }

    /** What the update of one weight sees. */
    private final class ForWeight implements Optimizer.Update {
        private final Parameter parameter;
        private final Type type;

        ForWeight(Parameter parameter) {
            this.parameter = parameter;
            this.type = parameter.variable().type();
        }

        @Override
        public Tensor learningRate() {
            return read(state.learningRate()).cast(type.dtype());
        }

        @Override
        public Tensor iteration() {
            return iterations.plus(1).cast(type.dtype());
        }

        @Override
        public Tensor slot(String name) {
            return slot(name, 0);
        }

        @Override
        public Tensor slot(String name, double initial) {
            return slot(name, type.shape(), initial);
        }

        @Override
        public Tensor slot(String name, Shape shape, double initial) {
            Variable variable = state.slot(parameter.variable(), name, type.with(shape), initial);
            return values.getOrDefault(variable, read(variable));
        }

        @Override
        public Tensor shared(String name, double initial) {
            return read(state.shared(name, type.dtype(), initial));
        }

        @Override
        public void set(String name, Tensor value) {
            Variable variable = state.slots(parameter.variable()).get(name);
            if (variable == null) variable = state.shared().get(name);
            if (variable == null) variable = state.slot(parameter.variable(), name, value.type(), 0);
            values.put(variable, ifUpdating(value, read(variable)));
        }
    }
}
