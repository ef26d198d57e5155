package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The softmax of attention goes along columns where rows are short; numbers are those of rows. */
class Columns_SoftmaxTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-5);

    /** What is done to the scores before their softmax, and whether it learns. */
    private record Case(long queries, long keys, boolean scaled, boolean masked, boolean learns) {}

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (boolean learns : new boolean[] {false, true}) {
            cases.add(new Case(16, 64, false, false, learns));
            cases.add(new Case(40, 17, true, false, learns));
            cases.add(new Case(33, 20, true, true, learns));
            cases.add(new Case(8, 20, true, false, learns));
            cases.add(new Case(20, 65, false, false, learns));
        }
        return cases.stream();
    }

    private final Random random = new Random(8);
    private final List<Tensor> inputs = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();

    private Tensor input(long... dims) {
        inputs.add(Programs.input("x", DType.FLOAT32, dims));
        values.add(Programs.random(random, Shape.of(dims), -1, 1));
        return inputs.get(inputs.size() - 1);
    }

    private List<Tensor> results(Case c) {
        Tensor query = input(3, 2, c.queries(), 5);
        Tensor key = input(3, 2, c.keys(), 5);
        Tensor value = input(3, 2, c.keys(), 6);
        Tensor scores = query.matmul(key, false, true);
        if (c.scaled()) scores = scores.times(0.3);
        if (c.masked()) {
            Tensor seen = input(3, 1, c.queries(), c.keys()).greaterThan(0);
            scores = seen.select(scores, scores.like(-1e9));
        }
        Tensor result = scores.softmax(-1).matmul(value);
        if (!c.learns()) return List.of(result);
        List<Tensor> all = new ArrayList<>(Gradients.of(result.square().sum(), List.of(query, key, value)));
        all.add(result);
        return all;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void resultsAndGradientsAreTheSame(Case c) {
        List<Tensor> results = results(c);
        List<double[]> plain = Programs.run("nd4j", inputs, values, results);
        List<double[]> turned = Programs.run("auto", inputs, values, results);
        for (int i = 0; i < plain.size(); i++) assertThat(turned.get(i)).containsExactly(plain.get(i), ROUNDING);
    }

    private String kernels(List<Tensor> results) {
        try (Program program = Program.compile(inputs, results, Map.of(), Backends.of("auto"))) {
            return program.describe();
        }
    }

    @Test
    void shortRowsOfManyQueriesGoAlongColumns() {
        String kernels = kernels(results(new Case(40, 17, true, true, false)));

        assertThat(kernels).contains("Softmax (3, 2, 17, 40)").doesNotContain("(3, 2, 40, 17)");
    }

    @Test
    void longRowsFewQueriesAndWhatLearnsStayAsTheyAre() {
        assertThat(kernels(results(new Case(20, 65, false, false, false)))).contains("Softmax (3, 2, 20, 65)");
        assertThat(kernels(results(new Case(40, 17, false, false, true)))).contains("Softmax (3, 2, 40, 17)");
        assertThat(kernels(results(new Case(8, 20, false, false, false)))).contains("Softmax (3, 2, 8, 20)");
    }

    @Test
    void sharesThatAreAResultStayAsTheyAre() {
        Tensor shares = input(2, 20, 5).matmul(input(2, 30, 5), false, true).softmax(-1);

        assertThat(kernels(List.of(shares, shares.matmul(input(2, 30, 4))))).contains("Softmax (2, 20, 30)");
    }
}
