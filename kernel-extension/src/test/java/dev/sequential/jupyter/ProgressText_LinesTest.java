package dev.sequential.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressText_LinesTest {
    private final ProgressText text = new ProgressText();

    @Test
    void keepsColoursOnlyInTheLineInProgress() {
        text.line("Epoch 1/2");
        text.live("\u001b[1m 1/10\u001b[0m \u001b[32m━━\u001b[0m\u001b[37m━━━━\u001b[0m");
        assertThat(text).hasToString("Epoch 1/2\n\u001b[1m 1/10\u001b[0m \u001b[32m━━\u001b[0m\u001b[37m━━━━\u001b[0m");
        text.line("\u001b[1m10/10\u001b[0m \u001b[32m━━━━━━\u001b[0m\u001b[37m\u001b[0m");
        assertThat(text).hasToString("Epoch 1/2\n10/10 ━━━━━━");
    }

    @Test
    void leavesOutTheMiddleOfALongTraining() {
        for (int epoch = 1; epoch <= 100; epoch++) {
            text.line("Epoch " + epoch + "/100");
            text.line("bar " + epoch);
        }
        assertThat(text)
                .hasToString("Epoch 1/100\nbar 1\n⋮\n"
                        + IntStream.rangeClosed(96, 100)
                                .mapToObj(e -> "Epoch " + e + "/100\nbar " + e)
                                .collect(Collectors.joining("\n")));
    }
}
