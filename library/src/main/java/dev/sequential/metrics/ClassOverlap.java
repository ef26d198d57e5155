package dev.sequential.metrics;

import dev.sequential.engine.DType;
import dev.sequential.engine.Safe;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Intersection over union of predicted and true classes, from a confusion matrix of all batches: {@code TP / (TP + FP +
 * FN)} of each class, averaged over those that occur. Class numbers outside the known ones do not count. Weights are cut
 * off to whole numbers, as the counts are whole.
 */
record ClassOverlap(int numClasses, List<Integer> targetClassIds, OptionalInt ignoreClass) {
    private static final String STATE = "total_confusion_matrix";

    /** Adds class numbers of one batch, of any equal shapes. */
    void update(Metric.States states, Tensor yTrue, Tensor yPred, Tensor weight) {
        Tensor t = oneHot(yTrue);
        Tensor p = oneHot(yPred);
        if (weight != null) {
            Tensor w = whole(weight);
            while (w.rank() < yTrue.rank()) w = w.expandDims(-1);
            t = t.times(w.broadcastTo(yTrue.shape()).reshape(-1, 1));
        }
        if (ignoreClass.isPresent()) {
            t = t.times(whole(yTrue).notEqualTo(ignoreClass.getAsInt()).reshape(-1, 1));
        }
        Means.add(states, STATE, t.matmul(p, true, false));
    }

    private Tensor oneHot(Tensor classes) {
        return whole(classes).reshape(classes.shape().size()).cast(DType.INT32).oneHot(numClasses, DType.FLOAT32);
    }

    private static Tensor whole(Tensor x) {
        return x.cast(DType.INT32).cast(DType.FLOAT32);
    }

    Tensor result(Metric.States states) {
        Tensor matrix = states.get(STATE, Shape.of(numClasses, numClasses));
        Tensor right = matrix.times(diagonal(matrix.dtype())).sum(0);
        Tensor union = matrix.sum(0).plus(matrix.sum(1)).minus(right);
        Tensor ids = Tensor.constant(
                targetClassIds.stream().mapToDouble(Integer::doubleValue).toArray(),
                Shape.of(targetClassIds.size()),
                DType.INT32);
        Tensor chosen = union.gather(ids);
        Tensor occurs = chosen.greaterThan(1e-9);
        Tensor overlap = right.gather(ids).dividedBy(chosen.plus(Safe.EPSILON));
        return overlap.times(occurs).sum().dividedBy(occurs.sum().plus(Safe.EPSILON));
    }

    private Tensor diagonal(DType dtype) {
        double[] values = IntStream.range(0, numClasses * numClasses)
                .mapToDouble(i -> i % numClasses == i / numClasses ? 1 : 0)
                .toArray();
        return Tensor.constant(values, Shape.of(numClasses, numClasses), dtype);
    }
}
