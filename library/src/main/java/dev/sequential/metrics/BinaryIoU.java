package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Intersection over union {@code TP / (TP + FP + FN)} of yes and no, averaged over those that occur.
 *
 * @param targetClassIds the classes whose overlap is averaged; default 0 and 1
 * @param threshold a prediction of this or more is a yes, from 0 to 1; default 0.5
 */
@Config
public record BinaryIoU(List<Integer> targetClassIds, double threshold) implements OverlapMetric {
    public BinaryIoU {
        targetClassIds = List.copyOf(targetClassIds);
        for (int id : targetClassIds) Check.between(0, 1, id, "targetClassIds");
        Check.between(0, 1, threshold, "threshold");
    }

    public static BinaryIoU of() {
        return new BinaryIoU(List.of(0, 1), 0.5);
    }

    /** With options. */
    public static BinaryIoU of(Consumer<BinaryIoUBuilder> options) {
        BinaryIoUBuilder builder = BinaryIoUBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public ClassOverlap overlap() {
        return new ClassOverlap(2, targetClassIds, OptionalInt.empty());
    }

    @Override
    public Tensor targets(Tensor yTrue) {
        return yTrue;
    }

    @Override
    public Tensor predictions(Tensor yPred) {
        return yPred.greaterOrEqual(threshold);
    }

    @Override
    public String name() {
        return "binary_io_u";
    }
}
