package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Intersection over union {@code TP / (TP + FP + FN)} of all classes, averaged over those that occur, for one-hot targets.
 *
 * @param numClasses number of classes, 2 or more
 * @param ignoreClass a class number whose samples do not count; none by default
 * @param sparseYPred whether predictions are class numbers, else scores of the classes; default false
 * @param axis where scores or one-hot targets have their classes; default -1, the last
 */
@Config
public record OneHotMeanIoU(int numClasses, OptionalInt ignoreClass, boolean sparseYPred, int axis)
        implements OverlapMetric {
    public OneHotMeanIoU {
        Check.atLeast(2, numClasses, "numClasses");
    }

    public static OneHotMeanIoU of(int numClasses) {
        return new OneHotMeanIoU(numClasses, OptionalInt.empty(), false, -1);
    }

    /** With options. */
    public static OneHotMeanIoU of(int numClasses, Consumer<OneHotMeanIoUBuilder> options) {
        OneHotMeanIoUBuilder builder = OneHotMeanIoUBuilder.builder(of(numClasses));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public ClassOverlap overlap() {
        return new ClassOverlap(
                numClasses, IntStream.range(0, numClasses).boxed().toList(), ignoreClass);
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
        return "one_hot_mean_io_u";
    }
}
