package dev.sequential.engine.nd4j;

import dev.sequential.engine.Reduce;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Folds along axes. */
final class Folds {
    private Folds() {}

    static INDArray reduce(Reduce r, INDArray x) {
        if (x.rank() == 0) return x;
        int[] axes = r.axes().stream().mapToInt(Integer::intValue).toArray();
        return switch (r.kind()) {
            case SUM -> x.sum(true, axes);
            case MEAN -> x.mean(true, axes);
            case MAX -> x.max(true, axes);
            case MIN -> x.min(true, axes);
            case PRODUCT -> x.prod(axes);
        };
    }

    static INDArray argMax(INDArray x, int axis) {
        return Nd4j.argMax(x, axis).castTo(DataType.INT);
    }

    static INDArray softmax(INDArray x, int axis, boolean logarithm) {
        INDArray shifted = x.sub(Nd4jBackend.spread(x.max(true, axis), x));
        INDArray exponentials = Transforms.exp(shifted);
        INDArray sums = Nd4jBackend.spread(exponentials.sum(true, axis), x);
        return logarithm ? shifted.subi(Transforms.log(sums)) : exponentials.divi(sums);
    }
}
