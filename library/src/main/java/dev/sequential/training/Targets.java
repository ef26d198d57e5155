package dev.sequential.training;

import dev.sequential.data.Each;
import dev.sequential.data.RowSource;
import dev.sequential.data.Rows;
import dev.sequential.data.SuppliedRows;
import dev.sequential.data.TargetTensor;
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
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Checks arrays against what the losses of a model compare its outputs with. */
final class Targets {
    private Targets() {}

    /** The rows for each output that has a loss, all of {@code count} rows. */
    static List<RowSource> of(Compiled compiled, List<Shape> outputs, Optional<Each<INDArray>> given, long count) {
        Iterator<INDArray> arrays = given(compiled, given).iterator();
        List<RowSource> rows = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            Compiled.Output output = compiled.outputs().get(i);
            if (output.loss().isEmpty()) continue;
            TargetTensor tensor = output.targetTensor().orElse(null);
            if (tensor instanceof TargetTensor.Made made) {
                Shape shape = output.target().shape();
                rows.add(new SuppliedRows(output.name(), count, shape.slice(1, shape.rank()), made.supplier()));
            } else {
                INDArray array = tensor instanceof TargetTensor.Given known ? known.array() : arrays.next();
                Check.that(
                        tensor == null || array.size(0) == count,
                        "x has %d rows, but targetTensors of output \"%s\" has %d. Each sample needs its target.",
                        count,
                        output.name(),
                        array.size(0));
                rows.add(rows(output, outputs.get(i), array));
            }
        }
        return rows;
    }

    /** The arrays the caller gives. */
    private static List<INDArray> given(Compiled compiled, Optional<Each<INDArray>> y) {
        List<String> names = compiled.givenNames();
        if (y.orElse(null) instanceof Each.Named<INDArray> named) {
            compiled.targetNames().stream()
                    .filter(name -> !names.contains(name) && named.values().containsKey(name))
                    .forEach(Targets::refuse);
        } else if (y.isPresent() && names.isEmpty() && !compiled.targetNames().isEmpty()) {
            refuse(compiled.targetNames().get(0));
        }
        if (names.isEmpty()) return List.of();
        Check.that(y.isPresent(), "y is missing: the loss compares the outputs %s with it", names);
        return Arrays.each(y.get(), "y", "output", names);
    }

    private static void refuse(String output) {
        throw new IllegalArgumentException("y is given for output \"" + output
                + "\", but compile was given its targets as targetTensors. Leave one of them out.");
    }

    private static Rows rows(Compiled.Output output, Shape shape, INDArray given) {
        INDArray array = fitted(output, shape, given);
        if (takesLabels(output.loss().orElseThrow())) Labels.check(array, shape.dim(-1), output);
        return Rows.of(array, output.target().dtype());
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
        boolean own = !(output.loss().orElseThrow() instanceof Criterion);
        if (own && output.target().dtype() == DType.FLOAT32) return Arrays.column(y);
        boolean sparse = output.target().dtype() == DType.INT32;
        if (sparse && expected.and(Shape.of(1)).matches(given))
            return y.reshape(expected.withDim(0, y.size(0)).dims());
        throw new IllegalArgumentException(
                "Output \"" + output.name() + "\" expects y of shape " + expected + " for its loss, but received shape "
                        + given + "." + hint(output.loss().orElseThrow(), shape, given));
    }

    private static String hint(Loss loss, Shape output, Shape given) {
        int axes = takesLabels(loss) ? output.rank() - 1 : output.rank();
        if (output.rank() > 2 && given.rank() < axes) {
            return " The output is " + output + ": add Flatten.of() or a global pooling layer before it.";
        }
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
