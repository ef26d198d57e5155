package dev.sequential.layers;

import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.function.BinaryOperator;

/** The largest or smallest of several tensors, where masked steps give way to the others. */
final class Extremes {
    private Extremes() {}

    static Tensor of(List<Tensor> inputs, List<Tensor> masks, BinaryOperator<Tensor> better) {
        Tensor best = inputs.get(0);
        Tensor valid = masks.get(0);
        for (int i = 1; i < inputs.size(); i++) {
            Tensor mask = masks.get(i);
            Tensor x = mask == null ? inputs.get(i) : mask.select(inputs.get(i), best);
            if (valid != null) best = valid.select(best, x);
            valid = valid == null || mask == null ? null : valid.maximum(mask);
            best = better.apply(best, x);
        }
        return best;
    }
}
