package dev.sequential.training;

import dev.sequential.History;
import java.util.Optional;

/**
 * Where one call of {@code fit}, {@code evaluate} or {@code predict} shows how far it is: lines of plain text, of which
 * the last one may still change. A sink is made for each call that has something to show and closed at its end,
 * whichever way the call ends. The thread that trains calls it, {@link #live} at most 20 times a second; a sink that
 * displays less often keeps the latest text and shows it on {@link #close}.
 *
 * <pre>{@code
 * sink.line("Epoch 1/2");
 * sink.live(" 7/32 ━━━━━━━━━━━━━━━━━━━━ 3s 120ms/step - loss: 0.9165");   // again and again
 * sink.line("32/32 ━━━━━━━━━━━━━━━━━━━━ 4s 118ms/step - loss: 0.8731");   // in its place, final
 * }</pre>
 */
public interface ProgressSink extends AutoCloseable {
    /** The line in progress reads like this now, instead of what {@code live} said before. */
    void live(String text);

    /** A finished line, in the place of the line in progress if there is one. */
    void line(String text);

    /**
     * The user has stopped the call: the last finished line, and for a training what it had recorded until then. Only
     * {@link #close} follows.
     */
    default void stopped(String text, Optional<History> recorded) {
        line(text);
    }

    /** There is nothing more to come; a line in progress stays as it is. */
    @Override
    void close();

    /** Whether a line in progress can be shown. If not, {@code verbose=1} shows one line an epoch as 2 does. */
    default boolean showsLive() {
        return true;
    }

    /** Whether the text may hold ANSI escapes for bold and coloured characters. */
    default boolean showsColours() {
        return false;
    }
}
