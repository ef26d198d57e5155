package dev.sequential.optimizers;

import dev.sequential.engine.Safe;
import dev.sequential.engine.Tensor;
import java.util.List;

/** Shortens gradients. */
final class Clipping {
    private Clipping() {}

    static List<Tensor> of(Optimizer optimizer, List<Tensor> gradients) {
        if (optimizer.clipnorm() > 0) {
            double limit = optimizer.clipnorm();
            return gradients.stream().map(g -> shortened(g, limit)).toList();
        }
        if (optimizer.globalClipnorm() > 0) {
            double limit = optimizer.globalClipnorm();
            Tensor norm = gradients.stream()
                    .map(g -> g.square().sum())
                    .reduce(Tensor::plus)
                    .orElseThrow()
                    .sqrt();
            Tensor factor = norm.like(limit).dividedBy(norm.maximum(limit));
            return gradients.stream().map(g -> g.times(factor)).toList();
        }
        if (optimizer.clipvalue() > 0) {
            double limit = optimizer.clipvalue();
            return gradients.stream().map(g -> g.clip(-limit, limit)).toList();
        }
        return gradients;
    }

    private static Tensor shortened(Tensor gradient, double limit) {
        Tensor norm = Safe.norm(gradient).maximum(limit);
        return gradient.times(norm.like(limit).dividedBy(norm));
    }
}
