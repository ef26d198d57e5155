package dev.sequential.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Call;
import dev.sequential.Input;
import dev.sequential.Sequential;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What recurrent layers refuse, and what they say. */
class Recurrent_MessageTest {
    private record Forgetful() implements Cell {
        @Override
        public List<Integer> stateSizes() {
            return List.of(3);
        }

        @Override
        public List<Tensor> step(Call call, Tensor x, List<Tensor> states) {
            return List.of(x);
        }
    }

    private static void refuses(ThrowingCallable code, String message) {
        assertThatThrownBy(code).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void refusesWrongOptions() {
        refuses(() -> LSTM.of(0), "units of LSTM must be 1 or more, but received 0");
        refuses(() -> GRUCell.of(-1), "units of GRUCell must be 1 or more, but received -1");
        refuses(() -> GRU.of(2, g -> g.dropout(1.5)), "dropout of GRU must be from 0.0 to 1.0, but received 1.5");
        refuses(
                () -> SimpleRNN.of(2, s -> s.recurrentDropout(-1)),
                "recurrentDropout of SimpleRNN must be from 0.0 to 1.0, but received -1.0");
        refuses(() -> LSTM.of(2, l -> l.activation(null)), "activation of LSTM must not be null");
        refuses(() -> RNN.of(List.of()), "cells of StackedRNNCells must not be empty");
        refuses(() -> TimeDistributed.of(null), "layer of TimeDistributed must not be null");
    }

    @Test
    void refusesWrongShapes() {
        refuses(
                () -> LSTM.of(2).named("lstm").apply(Input.named("x", 5)),
                "LSTM \"lstm\" expects an input of 3 axes, (batch, time, …), but received shape (None, 5)");
        refuses(
                () -> TimeDistributed.of(Dense.of(2)).named("each").apply(Input.named("x", 5)),
                "TimeDistributed \"each\" expects shape (batch, time, …), but received (None, 5)");
        refuses(
                () -> LSTM.of(2).named("lstm").apply(Input.named("x", 5, 3), Input.named("h", 2)),
                "LSTM \"lstm\" takes 2 states to begin with, but received 1");
        refuses(
                () -> GRU.of(2).named("gru").apply(Input.named("x", 5, 3), Input.named("h", 4)),
                "GRU \"gru\" expects state 0 to begin with of shape (None, 2), but received (None, 4)");
        refuses(
                () -> LSTMCell.of(2).named("cell").apply(Input.named("x", 3)),
                "LSTMCell \"cell\" takes an input and 2 states, but received 1 tensors");
        refuses(
                () -> RNN.of(new Forgetful()).named("rnn").apply(Input.named("x", 5, 3)),
                "RNN \"rnn\": step of Forgetful must give an output and 1 states, but gave 1 tensors");
    }

    @Test
    void refusesToGoOnWithoutABatchSize() {
        refuses(
                () -> Sequential.of(
                        Input.of(5, 3), LSTM.of(2, l -> l.stateful(true)).named("lstm")),
                "LSTM \"lstm\" (layer 0) is stateful and must know the batch size, but received shape (None, 5, 3). Give the Input a batchSize.");
        assertThat(Sequential.of(Input.of(5, 3).batchSize(4), LSTM.of(2, l -> l.stateful(true)))
                        .outputs()
                        .get(0)
                        .shape()
                        .toList())
                .containsExactly(4L, 2L);
    }

    @Test
    void refusesDirectionsThatDoNotFit() {
        LSTM forward = LSTM.of(2);
        refuses(
                () -> Bidirectional.of(forward, b -> b.backwardLayer(GRU.of(2))),
                "layer and backwardLayer of Bidirectional must differ in goBackwards, but both have false");
        refuses(
                () -> Bidirectional.of(
                        forward,
                        b -> b.backwardLayer(GRU.of(2, g -> g.goBackwards(true).returnSequences(true)))),
                "layer and backwardLayer of Bidirectional must agree in returnSequences, but have false and true");
        refuses(
                () -> Bidirectional.of(forward).named("both").apply(Input.named("x", 5, 3), Input.named("h", 2)),
                "Bidirectional \"both\" takes as many states to begin with for both directions, but received 1");
        assertThat(Bidirectional.of(forward, b -> b.backwardLayer(forward.reversed())))
                .isEqualTo(Bidirectional.of(forward));
        assertThat(Bidirectional.of(forward).backwardLayer()).isEqualTo(Optional.empty());
    }

    @Test
    void printsWhatMatters() {
        assertThat(LSTM.of(64, l -> l.returnSequences(true))).hasToString("LSTM[units=64, returnSequences=true]");
        assertThat(Bidirectional.of(GRU.of(8))).hasToString("Bidirectional[layer=GRU[units=8]]");
        assertThat(RNN.of(LSTMCell.of(2), GRUCell.of(3)))
                .hasToString("RNN[cell=StackedRNNCells[cells=[LSTMCell[units=2], GRUCell[units=3]]]]");
    }
}
