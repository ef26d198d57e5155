package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OurExercise_RunTest {
    private final OurExercise exercise = OurExercise.of(Mlp.wide("small", 3, 4, 10));

    private long steps() {
        return exercise.model().iterations();
    }

    @Test
    void countsTheLastPartOfABatch() {
        assertThat(exercise.batches()).isEqualTo(3);
    }

    @Test
    void trainsOneBatchOrEpochs() {
        exercise.step();
        assertThat(steps()).isEqualTo(1);
        exercise.fit(2);
        assertThat(steps()).isEqualTo(1 + 2 * 3);
    }

    @Test
    void evaluatesAndPredictsWithoutTraining() {
        exercise.evaluate();
        exercise.predict();
        exercise.predictOne();
        exercise.callOne();
        assertThat(steps()).isZero();
    }
}
