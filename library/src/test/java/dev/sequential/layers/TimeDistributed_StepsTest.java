package dev.sequential.layers;

import static dev.sequential.unit.ArrayAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Call;
import dev.sequential.Input;
import dev.sequential.Layer;
import dev.sequential.LayerSpec;
import dev.sequential.Trace;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All steps at once, or one by one where samples of one batch meet; masks of steps reach the layer inside. */
class TimeDistributed_StepsTest {
    /** Takes the mean of its batch away. */
    private record Centred() implements LayerSpec {
        @Override
        public Tensor call(Call call, Tensor x) {
            return x.minus(x.mean(0));
        }

        @Override
        public boolean mixesSamples() {
            return true;
        }
    }

    @Test
    void takesBatchesOfSamplesThatMixStepByStep() {
        Values x = Values.of(Shape.of(2, 2, 1), 1, 10, 3, 30);
        List<Values> y = Compute.all(
                "nd4j", List.of(x), in -> new Trace(false).call(Layer.of(TimeDistributed.of(new Centred())), in));
        assertClose("steps", y.get(0), Values.of(Shape.of(2, 2, 1), -1, -10, 1, 10), 1e-6);
        List<Values> named = Compute.all(
                "nd4j",
                List.of(x),
                in -> new Trace(false).call(Layer.of(TimeDistributed.of(new Centred().named("centred"))), in));
        assertClose("named", named.get(0), y.get(0), 0);
    }

    @Test
    void doesAllStepsOfUnknownNumberAtOnce() {
        Tensor y = TimeDistributed.of(Dense.of(3)).apply(Input.named("x", -1, 5));
        assertThat(y.shape()).isEqualTo(Shape.of(-1, -1, 3));
    }

    @Test
    void givesTheLayerInsideTheMaskOfItsStep() {
        Values x = Values.of(Shape.of(1, 2, 3, 1), 1, 2, 3, 4, 5, 6);
        Values mask = Values.of(Shape.of(1, 2, 3), 1, 1, 0, 1, 0, 0);
        LayerSpec masking = (call, input) -> {
            call.outputMask(mask.constant());
            return input;
        };
        RNN last = RNN.of(new Last());
        List<Values> y = Compute.all("nd4j", List.of(x), in -> {
            Trace trace = new Trace(false);
            return trace.call(Layer.of(TimeDistributed.of(last)), trace.call(Layer.of(masking), in));
        });
        assertClose("last valid words", y.get(0), Values.of(Shape.of(1, 2, 1), 2, 4), 0);
    }

    /** Gives what it sees. */
    private record Last() implements Cell {
        @Override
        public List<Integer> stateSizes() {
            return List.of(1);
        }

        @Override
        public List<Tensor> step(Call call, Tensor x, List<Tensor> states) {
            return List.of(x, x);
        }
    }
}
