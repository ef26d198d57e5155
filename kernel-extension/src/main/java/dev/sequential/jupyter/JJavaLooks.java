package dev.sequential.jupyter;

import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.display.Renderer;

/** The looks of a kernel of the JJava kind. */
record JJavaLooks(Renderer renderer) implements Looks {
    @Override
    public <T> void register(Class<T> type, String kind, Function<T, Look> look) {
        renderer.createRegistration(type).preferring(kind, TEXT).register((value, context) -> {
            Look shown = look.apply(value);
            shown.data().forEach(context.getOutputContainer()::putData);
            shown.metadata().forEach(context.getOutputContainer()::putMetaData);
        });
    }
}
