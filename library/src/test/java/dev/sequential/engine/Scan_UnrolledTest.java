package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A loop computes what its body written out for every step computes; so does its gradient, and the gradient of that. */
class Scan_UnrolledTest {
    private static final int TIME = 5;

    /** A body over sequences (time, 3, 4) and (time, 3, 1) with states (3, 2) and (3, 2) and two weights. */
    record Case(String name, Body body) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Body {
        Scan.Step step(List<Tensor> parts, List<Tensor> states, Tensor w, Tensor u);
    }

    static Stream<Case> bodies() {
        return Stream.of(
                new Case("products", (x, s, w, u) -> {
                    Tensor h = x.get(0).matmul(w).plus(s.get(0).matmul(u)).tanh();
                    return new Scan.Step(List.of(h, s.get(1).plus(h)), List.of(h));
                }),
                new Case("gates with a condition", (x, s, w, u) -> {
                    Tensor z = x.get(0).matmul(w).plus(s.get(0).matmul(u)).sigmoid();
                    Tensor c = z.times(s.get(1)).plus(z.from(1).times(s.get(0).tanh()));
                    Tensor keep = x.get(1).greaterThan(0.4);
                    return new Scan.Step(
                            List.of(keep.select(z, s.get(0)), keep.select(c, s.get(1))), List.of(c, z.sum(1)));
                }),
                new Case(
                        "states that change places",
                        (x, s, w, u) -> new Scan.Step(
                                List.of(s.get(1), s.get(0)), List.of(s.get(0).times(x.get(1))))),
                new Case(
                        "a delay line",
                        (x, s, w, u) -> new Scan.Step(
                                List.of(x.get(0).matmul(w), s.get(0)),
                                List.of(s.get(1).matmul(u)))),
                new Case("parts of weights", (x, s, w, u) -> {
                    Tensor left = s.get(0).matmul(u.slice(1, 0, 1)).plus(w.sum());
                    Tensor both = left.concat(
                            1, s.get(1).slice(1, 1, 2).times(u.sum(0)).sum(1).expandDims(1));
                    return new Scan.Step(List.of(both.sin(), s.get(1)), List.of(left.plus(3)));
                }),
                new Case(
                        "nothing carried",
                        (x, s, w, u) -> new Scan.Step(
                                List.of(s.get(0), s.get(1).zerosLike()),
                                List.of(x.get(0).matmul(w).square(), w))));
    }

    static Stream<Arguments> cases() {
        return bodies().flatMap(b -> Stream.of("nd4j", "auto")
                .flatMap(backend -> Stream.of(false, true)
                        .flatMap(back ->
                                Stream.of(DType.FLOAT32, DType.FLOAT64).map(t -> Arguments.of(b, backend, back, t)))));
    }

    private static Scan.Result unrolled(List<Tensor> x, List<Tensor> initial, boolean backwards, Scan.Body body) {
        List<Tensor> states = initial;
        List<List<Tensor>> outputs = new ArrayList<>();
        for (int i = 0; i < TIME; i++) {
            int t = backwards ? TIME - 1 - i : i;
            Scan.Step step = body.step(
                    x.stream().map(s -> s.slice(0, t, t + 1).squeeze(0)).toList(), states);
            states = step.states();
            outputs.add(step.outputs().stream().map(y -> y.expandDims(0)).toList());
        }
        if (backwards) Collections.reverse(outputs);
        List<Tensor> stacked = IntStream.range(0, outputs.get(0).size())
                .mapToObj(k -> outputs.stream().map(o -> o.get(k)).toList())
                .map(all -> all.get(0).concat(0, all.subList(1, TIME).toArray(Tensor[]::new)))
                .toList();
        return new Scan.Result(states, stacked);
    }

    @ParameterizedTest(name = "{0} on {1}, backwards {2}, {3}")
    @MethodSource("cases")
    void agrees(Case given, String backend, boolean backwards, DType dtype) {
        List<Shape> shapes = List.of(
                Shape.of(TIME, 3, 4),
                Shape.of(TIME, 3, 1),
                Shape.of(3, 2),
                Shape.of(3, 2),
                Shape.of(4, 2),
                Shape.of(2, 2));
        Random random = new Random(given.name().hashCode());
        List<double[]> values = new ArrayList<>();
        List<Tensor> inputs = new ArrayList<>();
        for (Shape shape : shapes) {
            values.add(Programs.random(random, shape, -1, 1));
            inputs.add(Programs.input("x", dtype, shape.dims()));
        }
        Scan.Body body = (x, s) -> given.body().step(x, s, inputs.get(4), inputs.get(5));
        List<Tensor> sequences = inputs.subList(0, 2);
        List<Tensor> initial = inputs.subList(2, 4);
        List<double[]> looped = results(inputs, values, Scan.over(sequences, initial, backwards, body), backend);
        List<double[]> plain = results(inputs, values, unrolled(sequences, initial, backwards, body), "nd4j");
        double tolerance = dtype == DType.FLOAT64 ? 1e-11 : 2e-5;
        for (int i = 0; i < plain.size(); i++) {
            double scale = Math.max(1, Programs.largest(plain.get(i)));
            assertThat(looped.get(i))
                    .as("result %d", i)
                    .containsExactly(plain.get(i), Offset.offset(tolerance * scale));
        }
    }

    /** The results, their gradients, and the gradients of the squares of those. */
    private static List<double[]> results(
            List<Tensor> inputs, List<double[]> values, Scan.Result result, String backend) {
        List<Tensor> all = new ArrayList<>(result.states());
        all.addAll(result.outputs());
        Tensor loss = all.stream()
                .map(t -> t.square().plus(t.sin()).sum())
                .reduce(Tensor::plus)
                .get();
        List<Tensor> first = present(Gradients.of(loss, inputs), inputs);
        Tensor squares =
                first.stream().map(t -> t.square().sum()).reduce(Tensor::plus).get();
        all.addAll(first);
        all.addAll(present(Gradients.of(squares, inputs), inputs));
        return Programs.run(backend, inputs, values, all);
    }

    private static List<Tensor> present(List<Tensor> gradients, List<Tensor> inputs) {
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> gradients.get(i) == null ? inputs.get(i).zerosLike() : gradients.get(i))
                .toList();
    }

    private static Scan.Result sums(Tensor x, Tensor w) {
        return Scan.over(List.of(x), List.of(Tensor.fill(0, Shape.of(3, 2), DType.FLOAT32)), false, (parts, s) -> {
            Tensor h = parts.get(0).matmul(w).plus(s.get(0)).tanh();
            return new Scan.Step(List.of(h), List.of(h));
        });
    }

    @Test
    void inferenceRecordsNothingAndTrainingMultipliesOnce() {
        Tensor x = Programs.input("x", DType.FLOAT32, TIME, 3, 4);
        Tensor w = Programs.input("w", DType.FLOAT32, 4, 2);
        Tensor last = sums(x, w).states().get(0);
        try (Program inference = Program.compile(List.of(x, w), List.of(last), Map.of(), Backends.of("auto"))) {
            assertThat(inference.size()).isEqualTo(1);
        }
        Tensor gradient = Gradients.of(last.sum(), List.of(w)).get(0);
        List<Tensor> training = Scans.joined(List.of(last, gradient));
        assertThat(Graphs.order(training).stream().filter(n -> n.op() instanceof Scan))
                .hasSize(2);
        assertThat(gradient.node().op()).isEqualTo(new MatMul(true, false));
    }

    @Test
    void runsMakeNoGarbage() {
        Tensor x = Programs.input("x", DType.FLOAT32, TIME, 3, 4);
        Tensor w = Programs.input("w", DType.FLOAT32, 4, 2);
        List<Tensor> results = Gradients.of(sums(x, w).states().get(0).sum(), List.of(x, w));
        try (Program program = Program.compile(List.of(x, w), results, Map.of(), Backends.of("auto"))) {
            assertThat(Kernels.allocated(program::run)).isZero();
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        Tensor x = Programs.input("x", DType.FLOAT32, TIME, 3, 4);
        Tensor y = Programs.input("y", DType.FLOAT32, 4, 3, 4);
        Tensor s = Programs.input("s", DType.FLOAT32, 3, 2);
        assertThatThrownBy(() -> Scan.over(List.of(x, y), List.of(s), false, (p, b) -> new Scan.Step(b, p)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Sequences of one scan must have one length, but received [float32(5, 3, 4), float32(4, 3, 4)]");
        assertThatThrownBy(() -> Scan.over(List.of(x), List.of(s), false, (p, b) -> new Scan.Step(p, List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A new state of a scan must be float32(3, 2), but received float32(3, 4)");
        assertThatThrownBy(() -> Scan.over(List.of(), List.of(s), false, (p, b) -> new Scan.Step(b, b)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A scan needs a sequence to run over");
    }
}
