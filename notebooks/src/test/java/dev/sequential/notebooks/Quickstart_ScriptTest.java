package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.magics.ScriptRunner;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class Quickstart_ScriptTest {
    private static final Pattern HELD_BACK = Pattern.compile("Held back: loss: [0-9.]+, accuracy: ([0-9.]+)");

    @Test
    void readsMoreThan95OfAHundredUnseenDigits() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream console = System.out;
        int code;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            code = ScriptRunner.run(
                    Python.ROOT.resolve("notebooks/quickstart.jsh"),
                    List.of("20"),
                    new PrintStream(err, true, StandardCharsets.UTF_8));
        } finally {
            System.setOut(console);
        }
        String printed = out.toString(StandardCharsets.UTF_8);
        assertThat(code).as(err.toString(StandardCharsets.UTF_8) + printed).isZero();
        Matcher accuracy = HELD_BACK.matcher(printed);
        assertThat(accuracy.find()).as(printed).isTrue();
        assertThat(Double.parseDouble(accuracy.group(1))).isGreaterThanOrEqualTo(0.95);
        assertThat(printed).contains("Model: \"sequential\"", "Epoch 20/20", "best val_loss", "true \\ predicted");
    }
}
