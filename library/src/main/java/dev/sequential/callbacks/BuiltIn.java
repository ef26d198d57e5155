package dev.sequential.callbacks;

import dev.sequential.Model;
import java.util.function.Consumer;

/** What callbacks of this package share: the model they are about, and where they speak. */
abstract class BuiltIn implements Callback {
    private Model model;
    private Consumer<String> output = text -> {};

    @Override
    public final void setModel(Model model) {
        this.model = model;
    }

    @Override
    public final void setOutput(Consumer<String> output) {
        this.output = output;
    }

    /** The model of the call. */
    final Model model() {
        return model;
    }

    /** Says a line to the user. */
    final void say(String text) {
        output.accept(text);
    }
}
