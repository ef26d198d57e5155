package dev.sequential.jupyter;

import java.util.UUID;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.DisplayStream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.publish.PublishDisplayData;
import org.dflib.jjava.jupyter.messages.publish.PublishUpdateDisplayData;

/**
 * One output of the running cell that can be replaced, also after the cell has ended: an interrupted cell ends at once, while
 * its thread still works. JJava's own way ends with the cell, hence the look at what it sends through.
 */
final class LiveDisplay implements Consumer<Object> {
    private final String id = "sequential-" + UUID.randomUUID();
    private final Renderer renderer;
    private final DisplayStream stream;
    private final ShellReplyEnvironment cell;
    private boolean shown;

    private LiveDisplay(Renderer renderer, DisplayStream stream, ShellReplyEnvironment cell) {
        this.renderer = renderer;
        this.stream = stream;
        this.cell = cell;
    }

    static LiveDisplay inRunningCell(BaseKernel kernel) {
        return new LiveDisplay(kernel.getRenderer(), kernel.getIO().display, cell(kernel));
    }

    /** Shows a value, in place of what was shown before. Text may hold ANSI escapes. */
    @Override
    public void accept(Object value) {
        DisplayData data = renderer.render(value);
        data.putTransientData("display_id", id);
        if (cell == null && shown) stream.updateDisplay(data);
        else if (cell == null) stream.display(data);
        else if (shown) send(new PublishUpdateDisplayData(data));
        else send(new PublishDisplayData(data));
        shown = true;
    }

    private <T extends ContentType<T>> void send(T content) {
        cell.getIopub().sendMessage(new Message<>(cell.getContext(), content.getType(), content));
    }

    /** The way back to the running cell, or null if none runs or JJava keeps it elsewhere than it did. */
    static ShellReplyEnvironment cell(BaseKernel kernel) {
        return Insides.find(kernel.getIO().display, "env", ShellReplyEnvironment.class);
    }
}
