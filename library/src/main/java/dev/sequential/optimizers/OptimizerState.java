package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Read;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import dev.sequential.engine.Variable;
import dev.sequential.schedules.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What an {@link Optimizer} keeps between steps: the number of steps, the learning rate, the slots of each weight. An
 * optimizer is a value; this is its memory, and it survives a recompilation with the same object.
 */
public final class OptimizerState {
    private static final Type NUMBER = new Type(Shape.scalar(), DType.FLOAT32);

    private final Optimizer optimizer;
    private final Variable learningRate = Variable.zeros("optimizer/learning_rate", NUMBER);
    private final Variable step = Variable.zeros("optimizer/step", NUMBER);
    private final Variable applies = Variable.zeros("optimizer/applies", NUMBER);
    private final Variable overwrites = Variable.zeros("optimizer/overwrites", NUMBER);
    private final Map<Variable, Map<String, Variable>> slots = new LinkedHashMap<>();
    private final Map<String, Variable> shared = new LinkedHashMap<>();
    private final Schedule schedule;
    private long batches;
    private double rate;

    /** A fresh state. */
    public OptimizerState(Optimizer optimizer) {
        this.optimizer = Check.notNull(optimizer, "optimizer");
        long clips = java.util.stream.DoubleStream.of(
                        optimizer.clipnorm(), optimizer.globalClipnorm(), optimizer.clipvalue())
                .filter(c -> c > 0)
                .count();
        Check.that(clips <= 1, "Only one of clipnorm, globalClipnorm and clipvalue may be set");
        this.schedule = optimizer.schedule().orElse(null);
        this.rate = optimizer.learningRate();
    }

    /** Whose memory this is. */
    public Optimizer optimizer() {
        return optimizer;
    }

    /** Number of updates so far. */
    public long iterations() {
        return batches / every();
    }

    /** Number of training steps so far; several make one update where gradients are accumulated. */
    public long batches() {
        return batches;
    }

    /** Sets the number of training steps, as when a training is continued from a file. */
    public void setBatches(long batches) {
        this.batches = batches;
    }

    /** Makes all that is kept for these weights, which otherwise happens when the first training step is made. */
    public void build(List<Variable> weights) {
        List<Updates.Target> targets = new ArrayList<>();
        for (Variable weight : weights) {
            Tensor gradient = Tensor.of(new Placeholder("gradient", weight.type()));
            targets.add(new Updates.Target(weight, gradient, w -> w));
        }
        Updates.of(this, targets, variable -> Tensor.of(new Read(variable)));
    }

    /** The learning rate of the next update. */
    public double learningRate() {
        return schedule == null ? rate : schedule.rate(batches);
    }

    /** Another learning rate from the next update on; refused if a schedule sets it. */
    public void setLearningRate(double learningRate) {
        Check.that(schedule == null, "The learning rate is set by the schedule %s and cannot be set by hand", schedule);
        rate = Check.notNegative(learningRate, "learningRate");
    }

    /** To be called before each training step: gives the program its numbers. */
    public void beforeStep() {
        long next = iterations() + 1;
        learningRate.set(learningRate());
        step.set(next);
        applies.set((batches + 1) % every() == 0 ? 1 : 0);
        int frequency = optimizer.emaOverwriteFrequency();
        overwrites.set(frequency > 0 && next % frequency == 0 ? 1 : 0);
    }

    /** To be called after each training step. */
    public void afterStep() {
        batches++;
    }

    /** To be called when a training ends: weights become their averages, if the optimizer keeps some. */
    public void afterTraining() {
        if (!optimizer.useEma()) return;
        slots.forEach((weight, own) -> weight.assign(own.get(Updates.AVERAGE).values()));
    }

    /** Exchanges the weights and their averages. */
    public void swapAverages() {
        slots.forEach((weight, own) -> {
            INDArray values = weight.copy();
            weight.assign(own.get(Updates.AVERAGE).values());
            own.get(Updates.AVERAGE).assign(values);
        });
    }

    /** Makes the weights, which are their averages after {@link #swapAverages}, the averages too. */
    public void keepAverages() {
        slots.forEach((weight, own) -> own.get(Updates.AVERAGE).assign(weight.values()));
    }

    /** Numbers of all slots together. */
    public long countParams() {
        long own = slots.values().stream()
                .flatMap(m -> m.values().stream())
                .mapToLong(v -> v.type().shape().size())
                .sum();
        return own + shared.size() + 2;
    }

    /** Every variable kept for a weight, by name. */
    public Map<String, Variable> slots(Variable weight) {
        return slots.computeIfAbsent(weight, w -> new LinkedHashMap<>());
    }

    /** The numbers kept once for all weights, by name. */
    public Map<String, Variable> shared() {
        return shared;
    }

    Variable slot(Variable weight, String name, Shape shape, double initial) {
        Type type = weight.type().with(shape);
        return slots(weight).computeIfAbsent(name, n -> filled(weight.name() + "/" + n, type, initial));
    }

    Variable shared(String name, double initial) {
        return shared.computeIfAbsent(name, n -> filled("optimizer/" + n, NUMBER, initial));
    }

    Variable learningRateVariable() {
        return learningRate;
    }

    Variable step() {
        return step;
    }

    Variable applies() {
        return applies;
    }

    Variable overwrites() {
        return overwrites;
    }

    private int every() {
        return Math.max(1, optimizer.gradientAccumulationSteps());
    }

    private static Variable filled(String name, Type type, double value) {
        Variable variable = Variable.zeros(name, type);
        if (value != 0) variable.fill(value);
        return variable;
    }
}
