package dev.sequential.layers;

import static dev.sequential.unit.ArrayAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Call;
import dev.sequential.Layer;
import dev.sequential.LayerSpec;
import dev.sequential.Trace;
import dev.sequential.Weight;
import dev.sequential.activations.Activations;
import dev.sequential.engine.Graphs;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.RandomOp;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Ones;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of the contract (measured with Keras), masks, states and cells of one's own. */
class Recurrent_StepsTest {
    /** Adds what it sees to what it has: its output is the sum times two, which is none of its states. */
    private record Adder(int units) implements Cell {
        @Override
        public List<Integer> stateSizes() {
            return List.of(units);
        }

        @Override
        public List<Tensor> step(Call call, Tensor x, List<Tensor> states) {
            Tensor sum = states.get(0).plus(x.times(call.weight("scale", Shape.of(units), Ones.of())));
            return List.of(sum.times(2), sum);
        }
    }

    private static final Values ONE_TWO = Values.of(Shape.of(1, 2, 1), 1, 2);

    /** The results of a layer with these weights for an input with a mask, which may be null, and states. */
    private static List<Values> run(
            String backend, LayerSpec spec, List<double[]> weights, Values x, Values mask, Values... states) {
        Layer layer = Layer.of(spec);
        List<Values> given = new ArrayList<>(List.of(x));
        given.addAll(List.of(states));
        Trace trace = new Trace(false);
        List<Values> results = Compute.all(backend, given, in -> {
            List<Tensor> inputs = new ArrayList<>(in);
            if (mask != null) {
                LayerSpec masking = (call, input) -> {
                    call.outputMask(mask.constant());
                    return input;
                };
                inputs.set(0, trace.call(Layer.of(masking), in.subList(0, 1)).get(0));
            }
            List<Tensor> made = trace.call(layer, inputs);
            List<Weight> all = layer.weights();
            for (int i = 0; i < weights.size(); i++) all.get(i).variable().assign(weights.get(i));
            return made;
        });
        return results;
    }

    private static double[] of(double... values) {
        return values;
    }

    private static void check(LayerSpec layer, List<double[]> weights, double... expected) {
        for (String backend : Compute.BACKENDS) {
            Values y = run(backend, layer, weights, ONE_TWO, null).get(0);
            assertClose(layer + " on " + backend, y, Values.of(y.shape(), expected), 1e-6);
        }
    }

    @Test
    void givesTheNumbersOfTheContract() {
        List<double[]> simple = List.of(of(0.1), of(0.5), of(0.01));
        SimpleRNN rnn = SimpleRNN.of(1, s -> s.returnSequences(true));
        check(rnn, simple, 0.10955846, 0.25876024);
        check(rnn.reversed(), simple, 0.20696649, 0.21029809);
        List<double[]> both = List.of(of(0.1), of(0.5), of(0.01), of(0.1), of(0.5), of(0.01));
        check(Bidirectional.of(rnn), both, 0.10955846, 0.21029809, 0.25876024, 0.20696649);
        check(
                LSTM.of(1, l -> l.returnSequences(true)),
                List.of(of(0.1, 0.2, 0.3, 0.4), of(0.5, 0.6, 0.7, 0.8), of(0, 1, 0, 0)),
                0.09085192,
                0.2974581);
        check(
                GRU.of(1, g -> g.returnSequences(true)),
                List.of(of(0.1, 0.2, 0.3), of(0.5, 0.6, 0.7), of(0.01, 0.02, 0.03, 0.04, 0.05, 0.06)),
                0.16132364,
                0.35699388);
        check(
                GRU.of(1, g -> g.returnSequences(true).resetAfter(false)),
                List.of(of(0.1, 0.2, 0.3), of(0.5, 0.6, 0.7), of(0.01, 0.02, 0.03)),
                0.15050991,
                0.34415287);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nd4j", "auto"})
    void aMaskedStepRepeatsTheOutputBeforeIt(String backend) {
        List<double[]> weights = List.of(of(0.1), of(0.5), of(0.01));
        Values x = Values.of(Shape.of(1, 4, 1), 5, 1, 2, 7);
        Values mask = Values.of(Shape.of(1, 4), 0, 1, 1, 0);
        Values y = run(backend, SimpleRNN.of(1, s -> s.returnSequences(true)), weights, x, mask)
                .get(0);
        assertClose("outputs", y, Values.of(y.shape(), 0, 0.10955846, 0.25876024, 0.25876024), 1e-6);
        Values last = run(backend, SimpleRNN.of(1), weights, x, mask).get(0);
        assertClose("last", last, Values.of(last.shape(), 0.25876024), 1e-6);
        Values zeros = run(
                        backend,
                        SimpleRNN.of(1, s -> s.returnSequences(true).zeroOutputForMask(true)),
                        weights,
                        x,
                        mask)
                .get(0);
        assertClose("zeros", zeros, Values.of(y.shape(), 0, 0.10955846, 0.25876024, 0), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nd4j", "auto"})
    void aCellOfOnesOwnRunsWithMaskAndStates(String backend) {
        List<double[]> weights = List.of(of(1, 10));
        Values x = Values.of(Shape.of(1, 3, 2), 1, 1, 2, 2, 3, 3);
        RNN layer = RNN.of(new Adder(2), r -> r.returnSequences(true).returnState(true));
        List<Values> plain = run(backend, layer, weights, x, null);
        assertClose("outputs", plain.get(0), Values.of(Shape.of(1, 3, 2), 2, 20, 6, 60, 12, 120), 0);
        assertClose("state", plain.get(1), Values.of(Shape.of(1, 2), 6, 60), 0);
        Values mask = Values.of(Shape.of(1, 3), 0, 1, 0);
        Values state = Values.of(Shape.of(1, 2), 100, 200);
        List<Values> masked = run(backend, layer, weights, x, mask, state);
        assertClose("outputs", masked.get(0), Values.of(Shape.of(1, 3, 2), 0, 0, 204, 440, 204, 440), 0);
        assertClose("state", masked.get(1), Values.of(Shape.of(1, 2), 102, 220), 0);
        Values last =
                run(backend, RNN.of(new Adder(2)), weights, x, mask, state).get(0);
        assertClose("last", last, Values.of(Shape.of(1, 2), 204, 440), 0);
        Values first = run(
                        backend, RNN.of(new Adder(2), r -> r.goBackwards(true).returnSequences(true)), weights, x, null)
                .get(0);
        assertClose("backwards", first, Values.of(Shape.of(1, 3, 2), 6, 60, 10, 100, 12, 120), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nd4j", "auto"})
    void aStatefulLayerGoesOnUntilItIsReset(String backend) {
        Layer layer = Layer.of(RNN.of(new Adder(1), r -> r.stateful(true)));
        assertThat(layer.countParams()).isZero();
        Values x = Values.of(Shape.of(1, 2, 1), 1, 2);
        assertThat(once(backend, layer, x)).isEqualTo(6);
        assertThat(once(backend, layer, x)).isEqualTo(12);
        assertThat(layer.countParams()).isEqualTo(1);
        layer.resetStates();
        assertThat(once(backend, layer, x)).isEqualTo(6);
    }

    private static double once(String backend, Layer layer, Values x) {
        Trace trace = new Trace(false);
        Tensor in = Tensor.of(new Placeholder("x", x.type()));
        List<Tensor> results = trace.call(layer, List.of(in));
        assertThat(trace.updates()).isEmpty();
        return Compute.run(backend, List.of(in), List.of(x), results, trace.carried())
                .get(0)
                .data()[0];
    }

    @Test
    void dropoutIsTheSameAtAllSteps() {
        double[] identity = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
        SimpleRNN dropping =
                SimpleRNN.of(4, s -> s.dropout(0.5).returnSequences(true).activation(Activations.LINEAR));
        Values y = trained(
                dropping, List.of(identity, new double[16], new double[4]), Values.of(Shape.of(1, 3, 4), ones(12)));
        assertThat(y.data()).containsOnly(0, 2);
        for (int i = 0; i < 8; i++) assertThat(y.data()[i]).isEqualTo(y.data()[i + 4]);
        SimpleRNN recurrent = SimpleRNN.of(4, s -> s.recurrentDropout(0.5).activation(Activations.LINEAR));
        Values h =
                trained(recurrent, List.of(identity, identity, new double[4]), Values.of(Shape.of(1, 3, 4), ones(12)));
        assertThat(h.data()).containsOnly(1, 7); // 1, or 1 + 2·(1 + 2·1)
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static Values trained(LayerSpec spec, List<double[]> weights, Values x) {
        Layer layer = Layer.of(spec);
        return Compute.all("auto", List.of(x), in -> {
                    List<Tensor> made = new Trace(true).call(layer, in);
                    for (int i = 0; i < weights.size(); i++)
                        layer.weights().get(i).variable().assign(weights.get(i));
                    return made;
                })
                .get(0);
    }

    @Test
    void gatesHaveMasksOfTheirOwnWithRecurrentDropout() {
        for (Recurrent layer : List.of(
                LSTM.of(3, l -> l.dropout(0.5).recurrentDropout(0.5).returnSequences(true)),
                GRU.of(3, g -> g.dropout(0.5).recurrentDropout(0.5)),
                GRU.of(3, g -> g.dropout(0.5).recurrentDropout(0.5).resetAfter(false)))) {
            Trace trace = new Trace(true);
            Values x = Values.of(Shape.of(2, 3, 2), ones(12));
            Tensor y = trace.call(Layer.of(layer), List.of(x.constant())).get(0);
            long masks = Graphs.order(List.of(y)).stream()
                    .filter(n -> n.op() instanceof RandomOp)
                    .count();
            int gates = ((GatedCell) layer.cell()).gates();
            assertThat(masks).isBetween(2L * gates, 2L * gates + 1);
            assertThat(Compute.run("auto", List.of(), List.of(), List.of(y), Map.of())
                            .get(0)
                            .data())
                    .doesNotContain(Double.NaN);
        }
    }

    @Test
    void firstBiasRemembers() {
        Layer layer = Layer.of(LSTM.of(2));
        new Trace(false).call(layer, List.of(ONE_TWO.constant()));
        assertThat(layer.weights())
                .extracting(Weight::name)
                .containsExactly("cell/kernel", "cell/recurrent_kernel", "cell/bias");
        assertThat(Values.of(layer.weights().get(2).variable()).data()).containsExactly(0, 0, 1, 1, 0, 0, 0, 0);
    }
}
