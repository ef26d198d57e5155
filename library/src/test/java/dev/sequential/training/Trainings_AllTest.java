package dev.sequential.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Training;
import dev.sequential.Trainings;
import dev.sequential.callbacks.Callback;
import dev.sequential.callbacks.LambdaCallback;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the session remembers of calls of {@code fit}. */
class Trainings_AllTest {
    private final Trial trial = new Trial();

    @BeforeEach
    void forget() {
        Trainings.clear();
    }

    @Test
    void remembersEachTrainingWithItsTime() {
        Callback slow = LambdaCallback.of(c -> c.epochEnd((epoch, logs) -> trial.pass(1.5)));
        var first = trial.fit(4, f -> f.verbose(0).epochs(2).callbacks(slow));
        var second = trial.fit(4, f -> f.verbose(0));
        List<Training> all = Trainings.all();
        assertThat(all).extracting(Training::history).containsExactly(first, second);
        assertThat(all).extracting(Training::seconds).containsExactly(3.0, 0.0);
        assertThat(all.get(0).model()).isEqualTo(trial.model.name());
        assertThat(all.get(0).optimizer()).isEqualTo("SGD[learningRate=0.01]");
    }

    @Test
    void remembersOneThatFailed() {
        Callback failing = LambdaCallback.of(c -> c.epochBegin((epoch, logs) -> {
            if (epoch == 1) throw new IllegalStateException("broken");
        }));
        assertThatThrownBy(() -> trial.fit(4, f -> f.verbose(0).epochs(2).callbacks(failing)))
                .hasMessage("broken");
        assertThat(Trainings.all()).hasSize(1);
        assertThat(Trainings.all().get(0).history().epoch()).containsExactly(0);
    }

    @Test
    void keepsTheLast500() {
        for (int i = 0; i < 501; i++)
            Trainings.add(new Training("m" + i, 0, "", 0, new dev.sequential.History(java.util.Map.of())));
        assertThat(Trainings.all()).hasSize(500);
        assertThat(Trainings.all().get(0).model()).isEqualTo("m1");
    }
}
