package dev.sequential.metrics;

import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.stream.IntStream;

/** The running mean that most metrics are. */
final class Means {
    private Means() {}

    static void update(Metric.States states, Tensor values, Tensor weight) {
        Tensor count;
        if (weight == null) {
            count = values.onesLike().sum();
        } else {
            Tensor w = weight;
            while (w.rank() > values.rank() && w.dim(-1) == 1) w = w.squeeze(-1);
            if (values.rank() > w.rank()) {
                values = values.mean(IntStream.range(w.rank(), values.rank()).toArray());
            }
            values = values.times(w);
            count = w.broadcastTo(values.shape()).sum();
        }
        states.set("total", states.get("total", Shape.scalar()).plus(values.sum()));
        states.set("count", states.get("count", Shape.scalar()).plus(count));
    }

    static Tensor result(Metric.States states) {
        Tensor total = states.get("total", Shape.scalar());
        Tensor count = states.get("count", Shape.scalar());
        Tensor none = count.equalTo(0);
        return none.select(total.like(0), total.dividedBy(count.plus(none)));
    }
}
