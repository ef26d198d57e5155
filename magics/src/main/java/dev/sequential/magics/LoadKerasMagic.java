package dev.sequential.magics;

import dev.sequential.Model;
import java.nio.file.Path;

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

    @Override
    public Object run(Arguments arguments, Scope scope) {
        return Model.load(Path.of(arguments.word("FILE")));
    }
}
