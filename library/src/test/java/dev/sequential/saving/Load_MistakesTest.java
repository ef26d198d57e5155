package dev.sequential.saving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

/** What a user reads who mistakes one kind of file for another. */
class Load_MistakesTest {
    private final Model model = Sequential.of(Input.of(2), Dense.of(3));

    @TempDir
    Path folder;

    @BeforeEach
    void files() {
        model.save(file("model.keras"));
        model.save(file("model.h5"));
        model.saveWeights(file("model.weights.h5"));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private Path copy(String from, String to) throws IOException {
        return Files.copy(file(from), file(to));
    }

    private static void refused(Path file, String why) {
        assertThatThrownBy(() -> Model.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + " cannot be loaded: " + why);
    }

    private void refusedWeights(Path file, String why) {
        assertThatThrownBy(() -> model.loadWeights(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + " cannot be loaded: " + why);
    }

    @Test
    void weightsAreNoModel() {
        refused(
                file("model.weights.h5"),
                "a .weights.h5 file holds weights alone. Make the model, then call loadWeights.");
    }

    @Test
    void hdf5UnderAnotherName() throws IOException {
        String why =
                "it is an HDF5 file, no .keras archive. Let its name end with .h5, or .weights.h5 if it holds weights alone.";
        Path named = copy("model.h5", "copy.keras");
        refused(named, why);
        refusedWeights(named, why);
        refused(copy("model.h5", "copy"), why);
    }

    @Test
    void kerasUnderAnotherName() throws IOException {
        String why = "it is a .keras archive, no HDF5 file. Let its name end with .keras.";
        Path named = copy("model.keras", "copy.h5");
        refused(named, why);
        refusedWeights(named, why);
        refusedWeights(copy("model.keras", "copy.weights.h5"), why);
        assertThat(Model.load(copy("model.keras", "copy"))
                        .predict(Nd4j.ones(1, 2))
                        .shape())
                .containsExactly(1, 3);
    }

    @Test
    void neither() throws IOException {
        Path text = Files.writeString(file("text.keras"), "hello");
        refused(text, "it is no .keras archive");
        refused(Files.writeString(file("empty.keras"), ""), "it is no .keras archive");
        refused(Files.writeString(file("text.h5"), "hello"), "it is damaged");
        refusedWeights(text, "it is no .keras archive");
    }

    @Test
    void cutOff() throws IOException {
        byte[] bytes = Files.readAllBytes(file("model.keras"));
        Path half = Files.write(file("half.keras"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> Model.load(half))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(half + " cannot be loaded: it is damaged: ");
    }

    @Test
    void nothingThere() {
        assertThatThrownBy(() -> Model.load(file("none.keras"))).hasMessage("There is no file " + file("none.keras"));
        assertThatThrownBy(() -> model.loadWeights(file("none.weights.h5")))
                .hasMessage("There is no file " + file("none.weights.h5"));
    }

    @Test
    void jsonOfNoModel() {
        assertThatThrownBy(() -> Model.fromJson("{}"))
                .hasMessage("Expected a model (Sequential or Functional), but received {}");
        assertThatThrownBy(() -> Model.fromJson("{\"class_name\": \"Dense\"}"))
                .hasMessage("Expected a model (Sequential or Functional), but received \"Dense\"");
    }
}
