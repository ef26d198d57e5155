package dev.sequential.magics;

import dev.sequential.engine.Registry;
import dev.sequential.training.Progress;
import dev.sequential.training.ProgressStyle;
import java.util.Collection;

/** Chooses how progress looks. */
record ProgressMagic() implements Magic {
    private static final Registry<ProgressStyle> STYLES = new Registry<ProgressStyle>("progress style")
            .add(ProgressStyle.KERAS, "keras")
            .add(ProgressStyle.CLASSIC, "classic");

    @Override
    public Usage usage() {
        return Usage.of(
                "progress",
                "Makes the progress of later trainings look as in Keras 3 or in Keras 2.",
                "Progress.style(ProgressStyle.CLASSIC)",
                Parameter.word("STYLE", "keras or classic"));
    }

    @Override
    public Collection<String> choices(Parameter parameter, Scope scope) {
        return STYLES.names();
    }

    @Override
    public Object run(Arguments arguments, Scope scope) {
        Progress.style(STYLES.of(arguments.word("STYLE")));
        return null;
    }
}
