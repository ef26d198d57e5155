package dev.sequential.jupyter;

import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.util.function.Function;

/** The looks of a kernel of the IJava kind. */
record IJavaLooks(Renderer renderer) implements Looks {
    @Override
    public <T> void register(Class<T> type, String kind, Function<T, Look> look) {
        renderer.createRegistration(type).preferring(kind, TEXT).register((value, context) -> {
            Look shown = look.apply(value);
            shown.data().forEach(context.getOutputContainer()::putData);
            shown.metadata().forEach(context.getOutputContainer()::putMetaData);
        });
    }
}
