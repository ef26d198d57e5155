package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Intersection over union {@code TP / (TP + FP + FN)} of some classes, averaged over those that occur.
 *
 * @param numClasses number of classes, 2 or more
 * @param targetClassIds the classes whose overlap is averaged
 * @param ignoreClass a class number whose samples do not count; none by default
 * @param sparseYTrue whether targets are class numbers; default true
 * @param sparseYPred whether predictions are class numbers, else scores of the classes; default true
 * @param axis where scores or one-hot targets have their classes; default -1, the last
 */
@Config
public record IoU(
        int numClasses,
        List<Integer> targetClassIds,
        OptionalInt ignoreClass,
        boolean sparseYTrue,
        boolean sparseYPred,
        int axis)
        implements OverlapMetric {
    public IoU {
        Check.atLeast(2, numClasses, "numClasses");
        targetClassIds = List.copyOf(targetClassIds);
        for (int id : targetClassIds) {
            Check.that(
                    id >= 0 && id < numClasses,
                    "targetClassIds must be from 0 to %d, but received %d",
                    numClasses - 1,
                    id);
        }
    }

    public static IoU of(int numClasses, List<Integer> targetClassIds) {
        return new IoU(numClasses, targetClassIds, OptionalInt.empty(), true, true, -1);
    }

    /** With options. */
    public static IoU of(int numClasses, List<Integer> targetClassIds, Consumer<IoUBuilder> options) {
        IoUBuilder builder = IoUBuilder.builder(of(numClasses, targetClassIds));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public ClassOverlap overlap() {
        return new ClassOverlap(numClasses, targetClassIds, ignoreClass);
    }

    @Override
    public Tensor targets(Tensor yTrue) {
        return sparseYTrue ? yTrue : yTrue.argMax(axis);
    }

    @Override
    public Tensor predictions(Tensor yPred) {
        return sparseYPred ? yPred : yPred.argMax(axis);
    }

    @Override
    public String name() {
        return "io_u";
    }
}
