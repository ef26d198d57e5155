package dev.sequential.training;

import dev.sequential.data.Each;
import dev.sequential.data.RowSource;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What holds for the arrays of inputs and of outputs alike. */
final class Arrays {
    private Arrays() {}

    /** The array for each name; a missing or empty one is refused. */
    static List<INDArray> each(Each<INDArray> given, String argument, String port, List<String> names) {
        Check.that(
                !(given instanceof Each.All) || names.size() == 1,
                "%s is one array, but the model has %d %ss: %s. Give one for each in a Dataset.",
                argument,
                names.size(),
                port,
                names);
        List<Optional<INDArray>> found = given.only(argument, port, names);
        List<INDArray> arrays = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            INDArray array = found.get(i).orElse(null);
            Check.that(array != null, "%s has no array for %s \"%s\" of the model", argument, port, name);
            Check.that(array.rank() > 0, "%s must have a sample axis, but is a single number", argument);
            Check.that(array.length() > 0, "%s is empty: its shape is %s", argument, Shape.of(array.shape()));
            arrays.add(array);
        }
        return arrays;
    }

    /** A rank-1 array as one column, as Keras takes it where samples are not single numbers. */
    static INDArray column(INDArray array) {
        return array.rank() == 1 ? array.reshape(array.length(), 1) : array;
    }

    /** The shape of samples of this array with an unknown batch. */
    static Shape anyBatch(INDArray array) {
        return Shape.of(array.shape()).withDim(0, Shape.UNKNOWN);
    }

    /** Refuses arrays of different lengths. */
    static void sameLength(String argument, List<String> names, List<? extends RowSource> rows) {
        for (int i = 1; i < rows.size(); i++) {
            Check.that(
                    rows.get(i).count() == rows.get(0).count(),
                    "All arrays of %s must have the same number of rows, but \"%s\" has %d and \"%s\" has %d",
                    argument,
                    names.get(0),
                    rows.get(0).count(),
                    names.get(i),
                    rows.get(i).count());
        }
    }
}
