package dev.sequential.training;

import dev.sequential.Compile;
import dev.sequential.Dataset;
import dev.sequential.Fit;
import dev.sequential.FitBuilder;
import dev.sequential.History;
import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A trainer over {@link FakeSteps}: rows are numbered, so that a test sees where they go. */
public final class Trial {
    public final Model model =
            Sequential.of(Input.of(2), (call, x) -> x.mean(-1).expandDims(-1));
    final List<FakeSteps> made = new ArrayList<>();
    final Trainer trainer;
    private long now;
    private long seed = 7;
    private Consumer<FakeSteps> setUp = steps -> {};

    public Trial() {
        trainer = new Trainer(
                model,
                (of, compiled, before) -> {
                    FakeSteps steps = new FakeSteps(of, compiled);
                    setUp.accept(steps);
                    made.add(steps);
                    return steps;
                },
                () -> seed++,
                () -> now);
        trainer.compile(Compile.of(c -> c.optimizer("sgd").loss("mse").metrics("mae")));
    }

    /** Changes the steps before they are used. */
    public Trial with(Consumer<FakeSteps> change) {
        setUp = change;
        return this;
    }

    /** Lets time pass. */
    public void pass(double seconds) {
        now += Math.round(seconds * 1e9);
    }

    public FakeSteps steps() {
        return made.get(made.size() - 1);
    }

    /** {@code count} rows, the first number of each being its place. */
    public static INDArray x(int count) {
        return Nd4j.vstack(numbers(count), numbers(count).mul(10)).transpose().dup('c');
    }

    public static INDArray y(int count) {
        return numbers(count).add(100).reshape(count, 1);
    }

    public static INDArray numbers(int count) {
        return Nd4j.createFromArray(
                        IntStream.range(0, count).mapToDouble(i -> i).toArray())
                .castTo(DataType.FLOAT);
    }

    /** A training of numbered rows. */
    public History fit(int count, Consumer<FitBuilder> options) {
        return trainer.fit(Dataset.of(x(count), y(count)), Fit.of(options));
    }
}
