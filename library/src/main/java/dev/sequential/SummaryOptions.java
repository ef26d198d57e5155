package dev.sequential;

import dev.sequential.engine.Config;
import java.util.function.Consumer;

/**
 * What {@code model.summary(s -> …)} shows.
 *
 * @param expandNested whether the layers of a model inside the model have rows of their own; default false
 */
@Config
public record SummaryOptions(boolean expandNested) {
    /** The options that {@code options} sets, over the defaults. */
    static SummaryOptions of(Consumer<SummaryOptionsBuilder> options) {
        SummaryOptionsBuilder builder = SummaryOptionsBuilder.builder(new SummaryOptions(false));
        options.accept(builder);
        return builder.build();
    }
}
