package dev.sequential.metrics;

import dev.sequential.engine.Tensor;

/**
 * Cosine of the angle between target and prediction: {@code Σ t p / (‖t‖ ‖p‖)}; 1 is best. The loss of the same name has
 * the opposite sign.
 *
 * @param axis of the vectors; default -1, the last
 */
public record CosineSimilarity(int axis) implements Metric {
    public static CosineSimilarity of() {
        return new CosineSimilarity(-1);
    }

    public static CosineSimilarity of(int axis) {
        return new CosineSimilarity(axis);
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        return dev.sequential.losses.CosineSimilarity.cosine(yTrue, yPred, axis, name());
    }

    @Override
    public String name() {
        return "cosine_similarity";
    }
}
