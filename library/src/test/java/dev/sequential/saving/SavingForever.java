package dev.sequential.saving;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import java.nio.file.Path;
import org.nd4j.linalg.factory.Nd4j;

/** Saves a model whose weights are all one number, the next number each time, until it is killed. */
final class SavingForever {
    static final int UNITS = 300;

    private SavingForever() {}

    static Model model() {
        Model model = Sequential.of(Input.of(UNITS), Dense.of(UNITS), Dense.of(UNITS));
        model.compile("adam", "mse");
        return model;
    }

    static void save(Model model, int number, Path folder) {
        model.setWeights(model.getWeights().stream().map(w -> w.assign(number)).toList());
        model.save(folder.resolve("model.keras"));
        model.save(folder.resolve("model.h5"));
        model.saveWeights(folder.resolve("model.weights.h5"));
        new Backup(number).save(model, folder.resolve("backup.weights.h5"));
    }

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Model model = model();
        model.fit(Nd4j.ones(4, UNITS), Nd4j.ones(4, UNITS), f -> f.verbose(0));
        for (int number = 1; ; number++) {
            save(model, number, folder);
            if (number == 1) System.out.println("saved");
        }
    }
}
