package dev.sequential.metrics;

import dev.sequential.engine.DType;
import dev.sequential.engine.Safe;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.stream.IntStream;

/** The running mean that most metrics are. */
final class Means {
    private Means() {}

    static void update(Metric.States states, Tensor given, Tensor weight) {
        Tensor values = given.dtype().isFloat() ? given : given.cast(DType.FLOAT32);
        Tensor perSample;
        Tensor count;
        if (weight == null) {
            perSample = withoutAxes(values, 1);
            count = perSample.onesLike().sum();
        } else {
            Tensor w = weight.cast(values.dtype());
            while (w.rank() > values.rank() && w.dim(-1) == 1) w = w.squeeze(-1);
            Tensor each = withoutAxes(values, Math.max(w.rank(), 1));
            perSample = withoutAxes(each.times(w), 1);
            count = withoutAxes(w.broadcastTo(each.shape()), 1).sum();
        }
        add(states, "total", perSample.sum());
        add(states, "count", count);
    }

    /** The mean over the axes from one on. */
    private static Tensor withoutAxes(Tensor x, int from) {
        return x.rank() <= from ? x : x.mean(IntStream.range(from, x.rank()).toArray());
    }

    static void add(Metric.States states, String name, Tensor value) {
        states.set(name, states.get(name, value.shape()).plus(value));
    }

    static Tensor result(Metric.States states) {
        return Safe.divide(states.get("total", Shape.scalar()), states.get("count", Shape.scalar()));
    }
}
