package dev.sequential.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sequential.Input;
import dev.sequential.Layer;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.callbacks.Callback;
import dev.sequential.callbacks.LambdaCallback;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Constant;
import dev.sequential.layers.Add;
import dev.sequential.layers.Dense;
import dev.sequential.optimizers.SGD;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Models so small that their numbers are found by hand, and data for them. */
final class Fixtures {
    /** An optimizer that changes nothing, so that every number of a training can be computed by hand. */
    static final SGD STILL = SGD.of(0);

    private Fixtures() {}

    /** How near numbers computed in float32 must be. */
    static Offset<Double> close() {
        return within(1e-5);
    }

    /** {@code y = w x}, of one number each; its output is named {@code line}. */
    static Sequential line(double w) {
        return Sequential.of(Input.of(1), scale(w, "line"));
    }

    /** {@code y = 0}, compiled with mean absolute errors: the loss of a row is its target, and no training changes that. */
    static Sequential naught(String... metrics) {
        Sequential model = line(0);
        model.compile(STILL, "mae", metrics);
        return model;
    }

    /** {@code y = 0}, trained on mean absolute errors by an optimizer. */
    static Sequential naught(SGD optimizer) {
        Sequential model = line(0);
        model.compile(optimizer, "mae");
        return model;
    }

    /** {@code y = w x} for each of three time steps; its output is named {@code line}. */
    static Sequential timeLine(double w) {
        return Sequential.of(Input.of(3, 1), scale(w, "line"));
    }

    /** {@code output = input_1 + 2 input_2}, of one number each. */
    static Model twoInputs() {
        Tensor first = Input.named("input_1", 1);
        Tensor second = Input.named("input_2", 1);
        Tensor sum = Add.of()
                .named("output")
                .apply(scale(1, "one").apply(first), scale(2, "two").apply(second));
        return Model.of(List.of(first, second), List.of(sum));
    }

    /** {@code out_a = x}, {@code out_b = 2 x}, of one number each. */
    static Model twoOutputs() {
        Tensor in = Input.named("in", 1);
        return Model.of(
                List.of(in),
                List.of(scale(1, "out_a").apply(in), scale(2, "out_b").apply(in)));
    }

    private static Layer scale(double w, String name) {
        return Dense.of(1, d -> d.useBias(false).kernelInitializer(Constant.of(w)))
                .named(name);
    }

    /** The only weight of a {@link #line}. */
    static double slope(Model model) {
        return model.getWeights().get(0).getDouble(0);
    }

    /** Numbers as rows. */
    static INDArray column(double... values) {
        return vector(values).reshape(values.length, 1);
    }

    static INDArray vector(double... values) {
        return Nd4j.createFromArray(values).castTo(DataType.FLOAT);
    }

    /** {@code (rows, 3, 1)}. */
    static INDArray series(double... values) {
        return vector(values).reshape(values.length / 3, 3, 1);
    }

    static INDArray matrix(double[]... rows) {
        return Nd4j.createFromArray(rows).castTo(DataType.FLOAT);
    }

    /** 0, 1, 2, … as rows. */
    static INDArray counted(int count) {
        return column(IntStream.range(0, count).mapToDouble(i -> i).toArray());
    }

    static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    static void tooEarly(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalStateException.class).hasMessage(message);
    }

    /** Adds the number of rows of each training batch to {@code sizes}. */
    static Callback sizes(List<Integer> sizes) {
        return LambdaCallback.of(
                c -> c.trainBatchEnd((batch, logs) -> sizes.add(logs.get("size").intValue())));
    }

    /** Adds the loss of each training batch alone to {@code losses}: found from the epoch's running means. */
    static Callback losses(List<Double> losses) {
        List<Double> total = new ArrayList<>(List.of(0.0));
        return LambdaCallback.of(c -> c.epochBegin((epoch, logs) -> total.set(0, 0.0))
                .trainBatchEnd((batch, logs) -> {
                    double sum = logs.get("loss") * (batch + 1);
                    losses.add(Math.rint((sum - total.get(0)) * 1000) / 1000 + 0.0);
                    total.set(0, sum);
                }));
    }
}
