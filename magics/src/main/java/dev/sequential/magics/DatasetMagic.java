package dev.sequential.magics;

import dev.sequential.data.Datasets;
import dev.sequential.engine.Registry;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings a data set that comes with the library. */
record DatasetMagic() implements Magic {
    /** All that {@link Datasets} has; a test compares. */
    static final Registry<Supplier<Object>> ALL =
            new Registry<Supplier<Object>>("data set").add(Datasets::digits, "digits");

    @Override
    public Usage usage() {
        return Usage.of(
                "dataset",
                "Brings a data set that comes with the library, or names all of them: Examples digits = %dataset digits",
                "Datasets.digits()",
                Parameter.optionalWord("NAME", "which one"));
    }

    @Override
    public Object run(Arguments arguments, Scope scope) {
        Optional<String> name = arguments.optionalWord("NAME");
        return name.isPresent() ? ALL.of(name.get()).get() : String.join(", ", ALL.names());
    }
}
