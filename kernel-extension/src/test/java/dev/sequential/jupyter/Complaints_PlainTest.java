package dev.sequential.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.magic.UndefinedMagicException;
import org.junit.jupiter.api.Test;

class Complaints_PlainTest {
    static final StackTraceElement USERS = frame("REPL.$JShell$12");
    private static final StackTraceElement OURS = frame("dev.sequential.training.Trainer");

    private final MagicsRegistry magics = new MagicsRegistry();

    private static StackTraceElement frame(String type) {
        return new StackTraceElement(type, "method", null, 1);
    }

    private static <T extends Throwable> T thrownAt(T thrown, StackTraceElement... trace) {
        thrown.setStackTrace(trace);
        return thrown;
    }

    static Throwable refusal() {
        return thrownAt(new IllegalArgumentException("units must be 1 or more"), OURS, OURS, USERS);
    }

    /** As JJava calls a cell's code. */
    private Throwable shown(Throwable thrown) {
        return new Complaints(magics)
                .plain(new InvocationTargetException(thrown))
                .getCause();
    }

    @Test
    void aRefusalIsItsMessageAndTheUsersLine() {
        Throwable cause = refusal();
        Throwable shown = shown(thrownAt(new IllegalArgumentException("Dense: units", cause), OURS, USERS));
        assertThat(shown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Dense: units")
                .hasNoCause();
        assertThat(shown.getStackTrace()).containsExactly(USERS);
    }

    @Test
    void aMagicsRefusalIsNotWrapped() {
        String message = "Exception running line magic 'seed': units must be 1 or more";
        Throwable shown = shown(thrownAt(
                new RuntimeException(message, refusal()), frame("org.dflib.jjava.jupyter.kernel.Statics"), USERS));
        assertThat(shown).isInstanceOf(IllegalArgumentException.class).hasMessage("units must be 1 or more");
        assertThat(shown.getStackTrace()).containsExactly(USERS);
    }

    @Test
    void anUnknownMagicNamesTheNearest() {
        LineMagic<Object, BaseKernel> none = (kernel, words) -> null;
        magics.registerLineMagic("summary", none).registerLineMagic("seed", none);
        assertThat(shown(thrownAt(new UndefinedMagicException("sumary", true), USERS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown magic \"%sumary\". Did you mean \"%summary\"?\nKnown names: %seed, %summary");
    }

    @Test
    void whatIsNotARefusalStaysAsItIs() {
        for (Throwable thrown : new Throwable[] {
            thrownAt(new NullPointerException("bug"), OURS, USERS),
            thrownAt(new IllegalArgumentException("the user's own"), USERS, OURS, USERS),
            thrownAt(new IllegalArgumentException("of another library"), frame("org.nd4j.Nd4j"), OURS, USERS),
        }) {
            StackTraceElement[] before = thrown.getStackTrace();
            assertThat(shown(thrown)).isSameAs(thrown);
            assertThat(thrown.getStackTrace()).isEqualTo(before);
        }
    }
}
