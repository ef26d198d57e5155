package dev.sequential.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.schedules.ExponentialDecay;
import org.junit.jupiter.api.Test;

class Optimizers_OptionsTest {
    @Test
    void capitalsDoNotMatter() {
        assertThat(Optimizers.of("Adam")).isEqualTo(Adam.of());
        assertThat(Optimizers.of("RMSprop")).isEqualTo(RMSprop.of(0.001));
        assertThat(Optimizers.of("SGD")).isEqualTo(SGD.of());
        assertThat(Optimizers.of("adamw").weightDecay()).isEqualTo(0.004);
    }

    @Test
    void unknownNameSaysTheNearest() {
        assertThatThrownBy(() -> Optimizers.of("Adan"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Unknown optimizer \"Adan\". Did you mean \"adam\"?\nKnown names: adadelta, adafactor, adagrad,"
                                + " adam, adamax, adamw, ftrl, lamb, lion, nadam, rmsprop, schedulefreeadamw, sgd");
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> SGD.of(-1)).hasMessage("learningRate must be 0 or more, but received -1.0");
        assertThatThrownBy(() -> SGD.of(s -> s.momentum(1.5)))
                .hasMessage("momentum must be from 0.0 to 1.0, but received 1.5");
        assertThatThrownBy(() -> Adam.of(a -> a.beta1(1)))
                .hasMessage("beta1 must be from 0 to below 1, but received 1.0");
        assertThatThrownBy(() -> Adam.of(a -> a.epsilon(-1)))
                .hasMessage("epsilon must be 0 or more, but received -1.0");
        assertThatThrownBy(() -> Adam.of(a -> a.emaMomentum(2)))
                .hasMessage("emaMomentum must be from 0.0 to 1.0, but received 2.0");
    }

    @Test
    void onlyOneWayOfClippingIsAllowed() {
        assertThatThrownBy(() -> Adam.of(a -> a.clipnorm(1).clipvalue(0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Only one of clipnorm, clipvalue and globalClipnorm can be set, but received 1.0, 0.5 and 0.0");
    }

    @Test
    void theRateCanBeSetUnlessAScheduleSetsIt() {
        OptimizerState free = new OptimizerState(SGD.of());
        free.setLearningRate(0.5);
        assertThat(free.learningRate()).isEqualTo(0.5);
        OptimizerState scheduled = new OptimizerState(SGD.of(s -> s.schedule(ExponentialDecay.of(0.1, 10, 0.5))));
        assertThat(scheduled.learningRate()).isEqualTo(0.1);
        assertThatThrownBy(() -> scheduled.setLearningRate(0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The learning rate is set by the schedule ExponentialDecay[initialLearningRate=0.1,"
                        + " decaySteps=10, decayRate=0.5, staircase=false] and cannot be set by hand");
    }

    @Test
    void printsTheRateAndWhatDiffersFromTheDefaults() {
        assertThat(Adam.of()).hasToString("Adam[learningRate=0.001]");
        assertThat(SGD.of(0.1, s -> s.momentum(0.9).schedule(ExponentialDecay.of(0.1, 10, 0.5))))
                .hasToString("SGD[learningRate=0.1, momentum=0.9, schedule=ExponentialDecay[initialLearningRate=0.1,"
                        + " decaySteps=10, decayRate=0.5, staircase=false]]");
    }

    @Test
    void sparesWeightsFromDecay() {
        Optimizer sparing = AdamW.of().excludeFromWeightDecay("bias", "gamma");
        assertThat(sparing.decays("dense/kernel")).isTrue();
        assertThat(sparing.decays("dense/bias")).isFalse();
        assertThat(sparing.weightDecay()).isEqualTo(0.004);
        assertThatThrownBy(() -> AdamW.of().excludeFromWeightDecay())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("excludeFromWeightDecay needs at least one name");
    }
}
