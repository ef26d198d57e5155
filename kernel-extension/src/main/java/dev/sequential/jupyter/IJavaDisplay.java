package dev.sequential.jupyter;

import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.publish.PublishDisplayData;
import io.github.spencerpark.jupyter.messages.publish.PublishUpdateDisplayData;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One output of a cell that can be replaced, also after the cell has ended. IJava's own way would show in whichever cell runs
 * then: a stopped cell ends at once, and what its training recorded is drawn later.
 */
final class IJavaDisplay implements Consumer<Object> {
    private final String id = "sequential-" + UUID.randomUUID();
    private final BaseKernel kernel;
    /** The way back to the running cell, or null if none runs or IJava keeps it elsewhere than it did. */
    private final ShellReplyEnvironment cell;

    private boolean shown;

    /** A display in the cell that runs now. */
    IJavaDisplay(BaseKernel kernel) {
        this.kernel = kernel;
        this.cell = Insides.find(kernel.getIO().display, "env", ShellReplyEnvironment.class);
    }

    @Override
    public void accept(Object value) {
        DisplayData data = kernel.getRenderer().render(value);
        data.setDisplayId(id);
        if (cell == null && shown) kernel.getIO().display.updateDisplay(data);
        else if (cell == null) kernel.getIO().display.display(data);
        else if (shown) send(new PublishUpdateDisplayData(data));
        else send(new PublishDisplayData(data));
        shown = true;
    }

    private <T extends ContentType<T>> void send(T content) {
        cell.getIopub().sendMessage(new Message<>(cell.getContext(), content.getType(), content));
    }
}
