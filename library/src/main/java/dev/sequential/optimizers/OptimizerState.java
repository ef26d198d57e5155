package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Type;
import dev.sequential.engine.Variable;
import dev.sequential.schedules.Schedule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What an optimizer keeps from step to step; made by {@code compile}, shared by all programs of a model. */
public final class OptimizerState {
    private final Optional<Schedule> schedule;
    private final Variable iteration = Variable.zeros("iteration", new Type(Shape.scalar(), DType.INT32));
    private final Variable learningRate = Variable.zeros("learning_rate", new Type(Shape.scalar(), DType.FLOAT32));
    private final Map<Variable, Map<String, Variable>> slots = new LinkedHashMap<>();
    private final Map<String, Variable> shared = new LinkedHashMap<>();
    private final Map<Variable, Variable> averages = new LinkedHashMap<>();
    private final Map<Variable, Variable> accumulators = new LinkedHashMap<>();

    /** The state before the first step. */
    public OptimizerState(Optimizer optimizer) {
        this.schedule = optimizer.schedule();
        learningRate.fill(schedule.map(s -> s.rate(0)).orElse(optimizer.learningRate()));
    }

    /** How many batches have been trained on: int32. */
    public Variable iteration() {
        return iteration;
    }

    /** How many batches have been trained on. */
    public long iterations() {
        return iteration.array().getInt(0);
    }

    /** The learning rate of the next step, as steps read it: float32. */
    public Variable learningRate() {
        return learningRate;
    }

    /** The learning rate of the next step. */
    public double rate() {
        return learningRate.array().getDouble(0);
    }

    /**
     * Changes the learning rate from the next step on.
     *
     * @throws IllegalArgumentException if the rate is negative or not a number, or a schedule sets it
     */
    public void setRate(double rate) {
        Check.notNegative(rate, "learningRate");
        Check.that(schedule.isEmpty(), "learningRate cannot be set: the schedule %s sets it", schedule.orElse(null));
        learningRate.fill(rate);
    }

    /** To be called before each step: takes the learning rate from the schedule, if there is one. */
    public void beforeStep() {
        if (schedule.isPresent()) learningRate.fill(schedule.get().rate(iterations()));
    }

    /** To be called when training ends: weights become their moving averages, where these are kept. */
    public void overwriteWithAverages() {
        averages.forEach((weight, average) -> weight.assign(average.array()));
    }

    /** A weight's slots by name, such as {@code momentum}; those of the steps traced so far. */
    public Map<String, Variable> slots(Variable weight) {
        return Map.copyOf(slots.getOrDefault(weight, Map.of()));
    }

    /** Numbers kept once for all weights, by name. */
    public Map<String, Variable> shared() {
        return Map.copyOf(shared);
    }

    /** Moving averages of weights. */
    public Map<Variable, Variable> averages() {
        return Map.copyOf(averages);
    }

    /** Sums of gradients not yet used. */
    public Map<Variable, Variable> accumulators() {
        return Map.copyOf(accumulators);
    }

    Variable slot(Variable weight, String name, Type type, double initial) {
        return slots.computeIfAbsent(weight, w -> new LinkedHashMap<>())
                .computeIfAbsent(name, n -> filled(weight.name() + "_" + n, type, initial));
    }

    Variable shared(String name, DType dtype, double initial) {
        return shared.computeIfAbsent(name, n -> filled(n, new Type(Shape.scalar(), dtype), initial));
    }

    Variable average(Variable weight) {
        return averages.computeIfAbsent(weight, like("average"));
    }

    Variable accumulator(Variable weight) {
        return accumulators.computeIfAbsent(weight, like("gradient_accumulator"));
    }

    private static Function<Variable, Variable> like(String name) {
        return weight -> Variable.zeros(weight.name() + "_" + name, weight.type());
    }

    private static Variable filled(String name, Type type, double initial) {
        Variable variable = Variable.zeros(name, type);
        if (initial != 0) variable.fill(initial);
        return variable;
    }
}
