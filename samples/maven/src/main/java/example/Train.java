package example;

import dev.sequential.Input;
import dev.sequential.Scores;
import dev.sequential.Sequential;
import dev.sequential.data.Datasets;
import dev.sequential.display.TableEncoder;
import dev.sequential.display.Tables;
import dev.sequential.layers.Dense;

/** Tells penguins apart. */
final class Train {
    private Train() {}

    public static void main(String... args) {
        Sequential.seed(1);
        var split = Tables.split(Tables.of(Datasets.penguins()).dropRowsWithMissingValues(), 0.25, 1, "species");
        var encoder = TableEncoder.of(split.train(), "species", e -> e.standardize(true));
        var model = Sequential.of(
                Input.of(encoder.featureNames().size()), Dense.of(16, "relu"), Dense.of(3, "softmax"));
        model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
        model.fit(encoder.dataset(split.train()), f -> f.epochs(40).verbose(0));
        Scores scores = model.evaluate(encoder.dataset(split.test()), e -> e.verbose(0));
        System.out.println("Held back: " + scores);
    }
}
