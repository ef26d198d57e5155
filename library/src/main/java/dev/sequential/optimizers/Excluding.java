package dev.sequential.optimizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import dev.sequential.schedules.Schedule;
import java.util.List;
import java.util.Optional;

/** An optimizer that spares some weights from weight decay. */
record Excluding(Optimizer optimizer, List<String> names) implements Optimizer {
    Excluding {
        names = List.copyOf(names);
        Check.that(!names.isEmpty(), "excludeFromWeightDecay needs at least one name");
    }

    @Override
    public boolean decays(String weight) {
        return names.stream().noneMatch(weight::contains) && optimizer.decays(weight);
    }

    @Override
    public Tensor update(Update u, Tensor weight, Tensor gradient) {
        return optimizer.update(u, weight, gradient);
    }

    @Override
    public double learningRate() {
        return optimizer.learningRate();
    }

    @Override
    public Optional<Schedule> schedule() {
        return optimizer.schedule();
    }

    @Override
    public double clipnorm() {
        return optimizer.clipnorm();
    }

    @Override
    public double globalClipnorm() {
        return optimizer.globalClipnorm();
    }

    @Override
    public double clipvalue() {
        return optimizer.clipvalue();
    }

    @Override
    public double weightDecay() {
        return optimizer.weightDecay();
    }

    @Override
    public boolean useEma() {
        return optimizer.useEma();
    }

    @Override
    public double emaMomentum() {
        return optimizer.emaMomentum();
    }

    @Override
    public int emaOverwriteFrequency() {
        return optimizer.emaOverwriteFrequency();
    }

    @Override
    public int gradientAccumulationSteps() {
        return optimizer.gradientAccumulationSteps();
    }

    @Override
    public double lossScaleFactor() {
        return optimizer.lossScaleFactor();
    }
}
