package dev.sequential.jupyter;

import dev.sequential.magics.Completion;
import dev.sequential.magics.Scope;
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.reply.CompleteReply;
import org.dflib.jjava.jupyter.messages.request.CompleteRequest;

/**
 * Completes the words after a magic's name, before JJava is asked, which completes names only. JJava tells extensions of its
 * connection to Jupyter only through a running cell, and there not openly: completion begins with the first cell; where
 * JJava's insides are not what they were, it stays as it is.
 */
final class Completions {
    private final BaseKernel kernel;
    private final Scope scope;
    private boolean attached;

    Completions(BaseKernel kernel) {
        this.kernel = kernel;
        this.scope = new JJavaHost(kernel).scope();
    }

    /** Begins, if it has not and a cell runs. */
    void attach() {
        ShellReplyEnvironment cell = attached ? null : LiveDisplay.cell(kernel);
        if (cell == null) return;
        attached = true;
        try {
            JupyterConnection connection = (JupyterConnection) Insides.get(cell.getShell(), "connection");
            ShellHandler<CompleteRequest> others = connection.getHandler(MessageType.COMPLETE_REQUEST);
            connection.setHandler(MessageType.COMPLETE_REQUEST, (env, message) -> handle(env, message, others));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return;
        }
    }

    private void handle(
            ShellReplyEnvironment env, Message<CompleteRequest> message, ShellHandler<CompleteRequest> others) {
        ClassWalk.begin();
        CompleteRequest request = message.getContent();
        Optional<Completion> found = found(request);
        if (found.isEmpty()) {
            others.handle(env, message);
            return;
        }
        env.setBusyDeferIdle();
        env.reply(new CompleteReply(found.get().options(), found.get().start(), request.getCursorPos(), Map.of()));
    }

    private Optional<Completion> found(CompleteRequest request) {
        try {
            return Completion.of(request.getCode(), request.getCursorPos(), scope);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
