package dev.sequential.magics;

import dev.sequential.Model;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Loads a model. */
record LoadKerasMagic() implements Magic {
    @Override
    public Usage usage() {
        return Usage.of(
                "load_keras",
                "Loads a model that Keras or Sequential saved: Model model = %load_keras my.keras",
                "Model.load(Path.of(\"my.keras\"))",
                Parameter.word("FILE", "a .keras or .h5 file"));
    }

    /** The files in the working folder. */
    @Override
    public Collection<String> choices(Parameter parameter, Scope scope) {
        String[] files = new File("").getAbsoluteFile().list((folder, name) -> name.matches(".*\\.(keras|h5)"));
        return files == null ? List.of() : Arrays.stream(files).sorted().toList();
    }

    @Override
    public Object run(Arguments arguments, Scope scope) {
        return Model.load(Path.of(arguments.word("FILE")));
    }
}
