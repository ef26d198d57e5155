package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Intersection over union {@code TP / (TP + FP + FN)} of some classes, averaged over those that occur, for one-hot targets.
 *
 * @param numClasses number of classes, 2 or more
 * @param targetClassIds the classes whose overlap is averaged
 * @param ignoreClass a class number whose samples do not count; none by default
 * @param sparseYPred whether predictions are class numbers, else scores of the classes; default false
 * @param axis where scores or one-hot targets have their classes; default -1, the last
 */
@Config
public record OneHotIoU(
        int numClasses, List<Integer> targetClassIds, OptionalInt ignoreClass, boolean sparseYPred, int axis)
        implements OverlapMetric {
    public OneHotIoU {
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

    public static OneHotIoU of(int numClasses, List<Integer> targetClassIds) {
        return new OneHotIoU(numClasses, targetClassIds, OptionalInt.empty(), false, -1);
    }

    /** With options. */
    public static OneHotIoU of(int numClasses, List<Integer> targetClassIds, Consumer<OneHotIoUBuilder> options) {
        OneHotIoUBuilder builder = OneHotIoUBuilder.builder(of(numClasses, targetClassIds));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public ClassOverlap overlap() {
        return new ClassOverlap(numClasses, targetClassIds, ignoreClass);
    }

    @Override
    public Tensor targets(Tensor yTrue) {
        return yTrue.argMax(axis);
    }

    @Override
    public Tensor predictions(Tensor yPred) {
        return sparseYPred ? yPred : yPred.argMax(axis);
    }

    @Override
    public String name() {
        return "one_hot_io_u";
    }
}
