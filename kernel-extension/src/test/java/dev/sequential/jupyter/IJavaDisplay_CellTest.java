package dev.sequential.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.jupyter.channels.IOPubChannel;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.DisplayStream;
import io.github.spencerpark.jupyter.messages.HMACGenerator;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zeromq.ZMQ;

class IJavaDisplay_CellTest {
    private final IJava_InstallTest.Kernel kernel = new IJava_InstallTest.Kernel();

    /** A cell that keeps what it would send. */
    private static final class Cell extends ShellReplyEnvironment {
        private final List<String> sent;

        Cell(ZMQ.Context context, List<String> sent) {
            super(null, null, new Recorder(context, sent), (MessageContext) null);
            this.sent = sent;
        }
    }

    private static final class Recorder extends IOPubChannel {
        private final List<String> sent;

        Recorder(ZMQ.Context context, List<String> sent) {
            super(context, HMACGenerator.NO_AUTH_INSTANCE);
            this.sent = sent;
        }

        @Override
        public void sendMessage(Message<?> message) {
            sent.add(message.getHeader().getType().getName());
        }
    }

    private void run(Cell cell) throws ReflectiveOperationException {
        Field field = DisplayStream.class.getDeclaredField("env");
        field.setAccessible(true);
        field.set(kernel.getIO().display, cell);
    }

    @Test
    void whatComesLateStillShowsInItsOwnCell() throws Exception {
        try (ZMQ.Context context = ZMQ.context(1)) {
            Cell first = new Cell(context, new ArrayList<>());
            Cell second = new Cell(context, new ArrayList<>());
            run(first);
            IJavaDisplay display = new IJavaDisplay(kernel);
            display.accept("begun");
            run(second);
            display.accept("ended");
            assertThat(first.sent).containsExactly("display_data", "update_display_data");
            assertThat(second.sent).isEmpty();
            first.getIopub().close();
            second.getIopub().close();
        }
    }
}
