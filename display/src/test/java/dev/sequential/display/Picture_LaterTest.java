package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.History;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class Picture_LaterTest {
    @Test
    void isDrawnOnceAndOnlyIfLookedAt() {
        AtomicInteger drawings = new AtomicInteger();
        Picture picture = Picture.draw(10, 20, "text", g -> drawings.incrementAndGet());
        assertThat(picture).hasToString("text");
        assertThat(drawings).hasValue(0);
        assertThat(picture.height()).isEqualTo(20);
        assertThat(picture.pixels()).isSameAs(picture.pixels());
        assertThat(drawings).hasValue(1);
    }

    @Test
    void hasItsTextWhereNothingCanBeDrawn() {
        Picture picture = Picture.later("text", () -> {
            throw new InternalError("no fonts");
        });
        assertThat(picture.text()).isEqualTo("text");
        assertThatThrownBy(picture::png).isInstanceOf(InternalError.class);
    }

    @Test
    void showsAHistoryAsItWas() {
        History history = new History(Map.of());
        history.add(0, Map.of("loss", 1.0));
        Picture early = HistoryPlot.of(history);
        byte[] expected = HistoryPlot.of(history).png();
        history.add(1, Map.of("loss", 0.5, "accuracy", 1.0));
        assertThat(early.png()).isEqualTo(expected);
    }

    @Test
    void ofManyPixelsHasFewerForEachPlace() {
        Picture huge = Picture.draw(10_000, 10_000, "huge", g -> {});
        assertThat(huge.pixels().getWidth()).isEqualTo(6324);
        assertThat(huge.width()).isEqualTo(10_000);
    }
}
