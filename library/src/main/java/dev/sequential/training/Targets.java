package dev.sequential.training;

import dev.sequential.data.Each;
import dev.sequential.data.Rows;
import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Type;
import dev.sequential.losses.CategoricalCrossentropy;
import dev.sequential.losses.CategoricalGeneralizedCrossEntropy;
import dev.sequential.losses.Criterion;
import dev.sequential.losses.Loss;
import dev.sequential.losses.SparseCategoricalCrossentropy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Checks arrays against what the losses of a model compare its outputs with. */
final class Targets {
    private Targets() {}

    /** One array for each output that has a loss, all of one length. */
    static List<Rows> of(Compiled compiled, List<Shape> outputs, Optional<Each<INDArray>> given) {
        List<String> names = compiled.targetNames();
        if (names.isEmpty()) return List.of();
        Check.that(given.isPresent(), "y is missing: the loss compares the outputs %s with it", names);
        List<INDArray> arrays = Arrays.each(given.get(), "y", "output", names);
        List<Rows> rows = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < outputs.size(); i++) {
            Compiled.Output output = compiled.outputs().get(i);
            if (output.loss().isEmpty()) continue;
            INDArray array = fitted(output, outputs.get(i), arrays.get(at++));
            if (takesLabels(output.loss().get()))
                Labels.check(array, outputs.get(i).dim(-1), output);
            rows.add(Rows.of(array, output.target().dtype()));
        }
        Arrays.sameLength("y", names, rows);
        return rows;
    }

    /** What the loss of an output takes, with an unknown batch; {@code y} decides for a loss of the user's own. */
    static Type type(Loss loss, Shape output, Optional<INDArray> y) {
        Shape labels = output.without(-1);
        if (takesLabels(loss)) return new Type(labels, DType.INT32);
        if (loss instanceof Criterion || y.isEmpty()) return new Type(output, DType.FLOAT32);
        INDArray array = y.get();
        boolean sparse = array.dataType().isIntType() && array.rank() == labels.rank();
        return sparse
                ? new Type(Arrays.anyBatch(array), DType.INT32)
                : new Type(Arrays.anyBatch(Arrays.column(array)), DType.FLOAT32);
    }

    private static boolean takesLabels(Loss loss) {
        return loss instanceof SparseCategoricalCrossentropy || loss instanceof CategoricalGeneralizedCrossEntropy;
    }

    private static INDArray fitted(Compiled.Output output, Shape shape, INDArray y) {
        Shape expected = output.target().shape();
        Shape given = Shape.of(y.shape());
        if (expected.matches(given)) return y;
        if (expected.rank() == 2 && expected.matches(given.and(Shape.of(1)))) return Arrays.column(y);
        boolean sparse = output.target().dtype() == DType.INT32;
        if (sparse && expected.and(Shape.of(1)).matches(given))
            return y.reshape(expected.withDim(0, y.size(0)).dims());
        throw new IllegalArgumentException(
                "Output \"" + output.name() + "\" expects y of shape " + expected + " for its loss, but received shape "
                        + given + "." + hint(output.loss().orElseThrow(), shape, given));
    }

    private static String hint(Loss loss, Shape output, Shape given) {
        boolean labels = given.rank() == output.rank() - 1 || given.dim(-1) == 1;
        if (takesLabels(loss)) {
            return output.matches(given)
                    ? " Use the loss \"categorical_crossentropy\" for one-hot targets, or class numbers (argMax(-1))."
                    : "";
        }
        if (loss instanceof CategoricalCrossentropy && labels) {
            return " Use the loss \"sparse_categorical_crossentropy\" for class numbers, or one-hot targets (to_categorical).";
        }
        boolean units = given.rank() == output.rank();
        return units ? " Give the last layer " + given.dim(-1) + " units, or y " + output.dim(-1) + " columns." : "";
    }
}
