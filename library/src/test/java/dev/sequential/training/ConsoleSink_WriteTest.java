package dev.sequential.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bytes that reach the console, and when it counts as one. */
class ConsoleSink_WriteTest {
    private static final String NL = System.lineSeparator();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private ConsoleSink sink(String property, Map<String, String> environment, boolean console) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new ConsoleSink(out, property, environment, console);
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void rewritesTheLineInProgressAndBlanksWhatWasLonger() {
        ConsoleSink sink = sink("bar", Map.of(), false);
        sink.line("Epoch 1/2");
        sink.live("1/2 long");
        sink.live("2/2");
        sink.line("2/2 ok");
        sink.line("next");
        sink.close();
        assertThat(written()).isEqualTo("Epoch 1/2" + NL + "\r1/2 long" + "\r2/2     " + "\r2/2 ok" + NL + "next" + NL);
    }

    @Test
    void endsTheLineInProgressWhenClosed() {
        ConsoleSink sink = sink("bar", Map.of(), false);
        sink.live("1/2");
        sink.close();
        assertThat(written()).isEqualTo("\r1/2" + NL);
    }

    @Test
    void doesNotCountEscapesWhenBlanking() {
        ConsoleSink sink = sink("bar", Map.of(), false);
        sink.live("\u001b[1m12\u001b[0m");
        sink.live("1");
        assertThat(written()).isEqualTo("\r\u001b[1m12\u001b[0m\r1 ");
    }

    @Test
    void showsFinishedLinesOnlyWhereNothingCanBeRewritten() {
        ConsoleSink sink = sink("lines", Map.of("TERM", "xterm"), true);
        sink.live("1/2");
        sink.line("2/2");
        sink.close();
        assertThat(written()).isEqualTo("2/2" + NL);
    }

    @Test
    void decidesByTerminalAndEnvironment() {
        assertThat(sink("", Map.of("TERM", "xterm"), true).showsLive()).isTrue();
        assertThat(sink("", Map.of("TERM", "xterm"), true).showsColours()).isTrue();
        assertThat(sink("", Map.of("TERM", "xterm", "NO_COLOR", "1"), true).showsColours())
                .isFalse();
        assertThat(sink("", Map.of("TERM", "dumb"), true).showsLive()).isFalse();
        assertThat(sink("", Map.of("TERM", "xterm", "CI", "true"), true).showsLive())
                .isFalse();
        assertThat(sink("", Map.of("TERM", "xterm"), false).showsLive()).isFalse();
        assertThat(sink("bar", Map.of(), false).showsLive()).isTrue();
        assertThat(sink("bar", Map.of(), false).showsColours()).isFalse();
    }
}
