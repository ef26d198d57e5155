package dev.sequential.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Compile;
import dev.sequential.Dataset;
import dev.sequential.Predict;
import org.junit.jupiter.api.Test;

/** When steps are made and when their memory is freed. */
class Programs_LifeTest {
    private final Trial trial = new Trial();

    @Test
    void stepsAreMadeOnceAndFreedAfterAnotherCompilation() {
        trial.fit(2, f -> f.verbose(0));
        trial.fit(2, f -> f.verbose(0));
        assertThat(trial.made).hasSize(1);
        trial.trainer.compile(Compile.of(c -> c.optimizer("sgd").loss("mae")));
        trial.fit(2, f -> f.verbose(0));
        assertThat(trial.made).extracting(s -> s.closed).containsExactly(true, false);
    }

    @Test
    void predictionAloneHasStepsOfItsOwn() {
        trial.trainer.predict(Dataset.of(Trial.x(2)), Predict.of(p -> {}));
        trial.trainer.predict(Dataset.of(Trial.x(2)), Predict.of(p -> {}));
        assertThat(trial.made).hasSize(1);
        assertThat(trial.steps().names()).containsExactly("loss");
    }

    @Test
    void aLearningRateThatIsSetBeforeTrainingIsKept() {
        trial.trainer.setLearningRate(0.125);
        assertThat(trial.trainer.learningRate()).isEqualTo(0.125);
        trial.fit(2, f -> f.verbose(0));
        assertThat(trial.steps().learningRate()).isEqualTo(0.125);
    }
}
