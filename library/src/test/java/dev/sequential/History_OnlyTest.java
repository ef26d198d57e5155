package dev.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class History_OnlyTest {
    private final History history = new History(Map.of("epochs", 3));

    History_OnlyTest() {
        history.add(0, Map.of("loss", 2.0, "mae", 1.0));
        history.add(1, Map.of("loss", 1.0, "mae", 0.5, "val_loss", 3.0, "val_mae", 4.0));
        history.stop("enough");
    }

    @Test
    void keepsANumberWithThatOfItsValidation() {
        History part = history.only("mae");
        assertThat(part.history()).isEqualTo(Map.of("mae", List.of(1.0, 0.5), "val_mae", List.of(4.0)));
        assertThat(part.epochs("val_mae")).containsExactly(1);
        assertThat(part.epoch()).containsExactly(0, 1);
        assertThat(part.params()).isEqualTo(history.params());
        assertThat(part.stopReason()).isEqualTo("enough");
    }

    @Test
    void doesNotChangeWithTheOriginal() {
        History part = history.only("loss");
        history.add(2, Map.of("loss", 0.5, "mae", 0.25));
        assertThat(part.history().get("loss")).containsExactly(2.0, 1.0);
    }

    @Test
    void refusesANameThatWasNotRecorded() {
        assertThatThrownBy(() -> history.only("mea"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown metric \"mea\". Did you mean \"mae\"?\nKnown names: loss, mae, val_loss, val_mae");
    }
}
