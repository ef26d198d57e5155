package dev.sequential.magics;

import dev.sequential.data.Datasets;
import dev.sequential.engine.Registry;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings a data set, small ones from the library, large ones from a folder or the net. */
record DatasetMagic() implements Magic {
    /** All that {@link Datasets} has; a test compares. */
    static final Registry<Supplier<Object>> ALL = new Registry<Supplier<Object>>("data set")
            .add(Datasets::autoMpg, "autoMpg")
            .add(Datasets::breastCancer, "breastCancer")
            .add(Datasets::cifar10, "cifar10")
            .add(Datasets::digits, "digits")
            .add(Datasets::fashionMnist, "fashionMnist")
            .add(Datasets::imdb, "imdb")
            .add(Datasets::iris, "iris")
            .add(Datasets::mnist, "mnist")
            .add(Datasets::penguins, "penguins")
            .add(Datasets::sentences, "sentences")
            .add(Datasets::sunspots, "sunspots")
            .add(Datasets::wine, "wine");

    @Override
    public Usage usage() {
        return Usage.of(
                "dataset",
                "Brings a data set, or names all of them: Examples digits = %dataset digits",
                "Datasets.digits()",
                Parameter.optionalWord("NAME", "which one"));
    }

    @Override
    public Collection<String> choices(Parameter parameter, Scope scope) {
        return ALL.names();
    }

    @Override
    public Object run(Arguments arguments, Scope scope) {
        Optional<String> name = arguments.optionalWord("NAME");
        return name.isPresent() ? ALL.of(name.get()).get() : String.join(", ", ALL.names());
    }
}
