package dev.sequential.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class Pump_OfferTest {
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final Pump<String> pump = new Pump<>(out::add, Duration.ofHours(1));

    @Test
    void handsTheFirstOnAtOnceThenOnlyTheLatest() {
        pump.offer("first");
        assertThat(out).containsExactly("first");
        pump.offer("second");
        pump.offer("third");
        assertThat(out).containsExactly("first");
        pump.close();
        assertThat(out).containsExactly("first", "third");
    }

    @Test
    void worksForAnInterruptedThreadAndLeavesItInterrupted() {
        Thread.currentThread().interrupt();
        pump.offer("first");
        pump.offer("last");
        pump.close();
        assertThat(out).containsExactly("first", "last");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void endsWithoutATextAndTakesNoneAfterwards() {
        pump.close();
        pump.close();
        pump.offer("late");
        assertThat(out).isEmpty();
    }

    @Test
    void survivesAChannelThatIsGone() {
        Pump<String> broken = new Pump<>(
                text -> {
                    throw new IllegalStateException("closed");
                },
                Duration.ZERO);
        broken.offer("first");
        broken.offer("second");
        broken.close();
        assertThat(out).isEmpty();
    }
}
