package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.stream.IntStream;

/** Brings targets into the form a formula needs; refuses those that would only broadcast. For losses and metrics of your own too. */
public final class Targets {
    private Targets() {}

    /**
     * Targets as numbers of the prediction's type and shape; a missing or additional last axis of length 1 is mended.
     *
     * @param loss name for messages
     * @throws IllegalArgumentException if the shapes differ otherwise
     */
    public static Tensor like(Tensor yPred, Tensor yTrue, String loss) {
        Tensor y = yTrue.cast(yPred.dtype());
        if (y.rank() == yPred.rank() - 1 && yPred.dim(-1) == 1) y = y.expandDims(-1);
        else if (y.rank() == yPred.rank() + 1 && y.dim(-1) == 1) y = y.squeeze(-1);
        Check.that(
                y.shape().matches(yPred.shape()),
                "%s expects targets of the output's shape %s, but received %s.%s",
                loss,
                yPred.shape(),
                yTrue.shape(),
                hint(yPred.shape(), yTrue.shape(), loss));
        return y;
    }

    private static String hint(Shape output, Shape target, String loss) {
        boolean classes = target.rank() == output.rank() - 1 || target.rank() == output.rank() && target.dim(-1) == 1;
        if (!classes || !loss.startsWith("categorical")) return "";
        return " For class numbers use the loss sparse_categorical_crossentropy.";
    }

    /**
     * Class numbers as int32, one for each vector of scores along the axis.
     *
     * @param loss name for messages
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public static Tensor classes(Tensor yPred, Tensor yTrue, int axis, String loss) {
        Tensor y = yTrue;
        if (y.rank() == yPred.rank() && y.dim(axis) == 1) y = y.squeeze(axis);
        Shape expected = yPred.shape().without(axis);
        Check.that(
                y.shape().matches(expected),
                "%s expects class numbers of shape %s for the output's shape %s, but received %s.%s",
                loss,
                expected,
                yPred.shape(),
                yTrue.shape(),
                yTrue.shape().matches(yPred.shape())
                        ? " For one-hot targets use the loss categorical_crossentropy."
                        : "");
        return y.cast(DType.INT32);
    }

    /** 1 at each class number, 0 elsewhere, along the axis where {@code yPred} has its scores. */
    public static Tensor oneHot(Tensor classes, Tensor yPred, int axis) {
        int at = yPred.shape().axis(axis);
        int count = Math.toIntExact(yPred.dim(at));
        double[] numbers = IntStream.range(0, count).asDoubleStream().toArray();
        Shape shape = Shape.of(count);
        for (int i = at + 1; i < yPred.rank(); i++) shape = shape.and(Shape.of(1));
        Tensor range = Tensor.constant(numbers, shape, yPred.dtype());
        return classes.cast(yPred.dtype()).expandDims(at).equalTo(range);
    }
}
