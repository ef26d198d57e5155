package dev.sequential.training;

import dev.sequential.Model;
import dev.sequential.data.Each;
import dev.sequential.data.Rows;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Checks arrays against the inputs of a model, which is built for them if it has no shapes yet. */
final class Inputs {
    private Inputs() {}

    /** One array for each input, all of one length. */
    static List<Rows> of(Model model, Each<INDArray> given) {
        List<String> names = model.isBuilt() ? model.inputNames() : List.of("x");
        List<INDArray> arrays = Arrays.each(given, "x", "input", names);
        if (!model.isBuilt()) {
            Shape shape = Shape.of(Arrays.column(arrays.get(0)).shape());
            model.build(List.of(shape.slice(1, shape.rank())));
        }
        List<Rows> rows = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i++) {
            Type type = model.inputs().get(i).type();
            type = type.with(type.shape().withDim(0, Shape.UNKNOWN)); // a fixed batch size says nothing of the whole
            INDArray array = type.shape().rank() == 2 ? Arrays.column(arrays.get(i)) : arrays.get(i);
            Shape shape = Shape.of(array.shape());
            if (!type.shape().matches(shape)) {
                Shape received = Shape.of(arrays.get(i).shape());
                throw new IllegalArgumentException("Model \"%s\" expects %s of shape %s, but received shape %s.%s"
                        .formatted(
                                model.name(),
                                names.size() == 1 ? "x" : "input \"" + names.get(i) + "\"",
                                type.shape(),
                                received,
                                hint(type.shape(), received, shape)));
            }
            rows.add(Rows.of(array, type.dtype()));
        }
        Arrays.sameLength("x", names, rows);
        return rows;
    }

    /** What to do about it; a vector {@code received} is {@code taken} as a column. */
    private static String hint(Shape expected, Shape received, Shape taken) {
        Shape sample = expected.slice(1, expected.rank());
        Shape rows = taken.slice(1, taken.rank());
        if (sample.matches(received))
            return " For a single sample add a batch axis of length 1: x.reshape(%s)."
                    .formatted(dims(Shape.of(1).and(received)));
        if (!sample.isKnown()) return "";
        String begin = "begin the model with Input.of(" + dims(rows) + ")";
        if (rows.size() != sample.size()) return " Mend the data, or " + begin + ".";
        String flat = sample.rank() == 1 ? ", or " + begin + " and Flatten.of()" : "";
        return " Reshape x to " + Shape.of(taken.dim(0)).and(sample) + flat + ".";
    }

    private static String dims(Shape shape) {
        return shape.toList().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
