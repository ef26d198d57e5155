package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What depends on variables alone is computed again when these have changed, and only then. */
class Settled_PreparationTest {
    /** Sums of up to 144 products of numbers around 1. */
    private static final Offset<Double> ROUNDING = Offset.offset(3e-5);

    private final Random random = new Random(3);

    private Variable variable(String name, long... dims) {
        Variable variable = Variable.zeros(name, new Type(Shape.of(dims), DType.FLOAT32));
        change(variable);
        return variable;
    }

    private void change(Variable variable) {
        variable.assign(Programs.random(random, variable.type().shape(), 0.5, 1.5));
    }

    private static Tensor read(Variable variable) {
        return Tensor.of(new Read(variable));
    }

    /** {@code (x·W - mean) / √(variance + 0.001) · gamma + beta}, and what else a layer may do. */
    private record Network(Tensor x, Tensor product, List<Variable> variables, Tensor result) {}

    private Network network(Tensor x, Variable weights, Op op, boolean residual) {
        long features = weights.type().shape().dim(-1);
        Variable mean = variable("mean", features);
        Variable variance = variable("variance", features);
        Variable gamma = variable("gamma", features);
        Variable beta = variable("beta", features);
        Tensor product = Tensor.of(op, x, read(weights));
        Tensor normal = product.minus(read(mean))
                .times(read(variance).plus(1e-3).rsqrt())
                .times(read(gamma).reshape(Shape.of(1, features)))
                .plus(read(beta));
        Tensor sum = residual ? normal.plus(x) : normal;
        return new Network(x, product, List.of(weights, mean, variance, gamma, beta), sum.relu());
    }

    private Network dense() {
        Tensor x = Programs.input("x", DType.FLOAT32, 60, 40);
        return network(x, variable("weights", 40, 40), new MatMul(false, false), true);
    }

    static Stream<Op> products() {
        Window window = Window.of(List.of(3L, 3L), List.of(1L, 1L));
        return Stream.of(
                new MatMul(false, false),
                new Conv(Conv.Part.RESULT, window, 1, Shape.of(8, 8)),
                new Conv(Conv.Part.RESULT, window, 16, Shape.of(8, 8)));
    }

    private Network network(Op product) {
        if (product instanceof MatMul) return dense();
        int groups = ((Conv) product).groups();
        Tensor x = Programs.input("x", DType.FLOAT32, 4, 8, 8, 16);
        return network(x, variable("weights", 3, 3, 16 / groups, 16), product, false);
    }

    private double[] run(Program program, Network network) {
        double[] x = Programs.random(new Random(9), network.x().shape(), -1, 1);
        return Programs.run(program, List.of(x), 1).get(0);
    }

    private double[] expected(Network network) {
        try (Program plain = compile(network, "nd4j")) {
            return run(plain, network);
        }
    }

    private static Program compile(Network network, String backend) {
        return Program.compile(List.of(network.x()), List.of(network.result()), Map.of(), Backends.of(backend));
    }

    @ParameterizedTest
    @MethodSource("products")
    void aNormalizationBecomesPartOfTheProduct(Op product) {
        Network network = network(product);
        try (Program program = compile(network, "auto")) {
            assertThat(program.size()).isEqualTo(1);
            assertThat(run(program, network)).containsExactly(expected(network), ROUNDING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "nd4j"})
    void newValuesOfAnyVariableCount(String backend) {
        Network network = dense();
        try (Program program = compile(network, backend)) {
            double[] before = run(program, network);
            for (Variable variable : network.variables()) {
                change(variable);
                double[] after = run(program, network);
                assertThat(after).isNotEqualTo(before).containsExactly(expected(network), ROUNDING);
                before = after;
            }
            network.variables().get(3).fill(2);
            assertThat(run(program, network)).containsExactly(expected(network), ROUNDING);
            network.variables().get(4).clear();
            assertThat(run(program, network)).containsExactly(expected(network), ROUNDING);
        }
    }

    @Test
    void whatAnotherProgramUpdatesCounts() {
        Network network = dense();
        Variable weights = network.variables().get(0);
        Map<Variable, Tensor> halves = Map.of(weights, read(weights).times(0.5));
        try (Program program = compile(network, "auto");
                Program update = Program.compile(List.of(), List.of(), halves, Backends.of("auto"))) {
            double[] before = run(program, network);
            update.run(0);
            assertThat(run(program, network)).isNotEqualTo(before).containsExactly(expected(network), ROUNDING);
        }
    }

    /** The variable itself says that nothing was computed again: its values were changed behind the program's back. */
    @Test
    void nothingIsComputedAgainWithoutAChange() {
        Network network = dense();
        try (Program program = compile(network, "auto")) {
            double[] before = run(program, network);
            network.variables().get(0).values().assign(7);
            assertThat(run(program, network)).isEqualTo(before);
            network.variables().get(1).changed();
            assertThat(run(program, network)).isNotEqualTo(before);
        }
    }

    @Test
    void whatIsWrittenIntoALiveArrayCounts() {
        Network network = dense();
        INDArray live = network.variables().get(0).array();
        try (Program program = compile(network, "auto")) {
            double[] before = run(program, network);
            live.muli(0.5);
            assertThat(run(program, network)).isNotEqualTo(before).containsExactly(expected(network), ROUNDING);
        }
    }

    @Test
    void whatAProgramUpdatesItselfIsReadAtEachRun() {
        Variable weights = variable("weights", 20, 20);
        Tensor x = Programs.input("x", DType.FLOAT32, 20, 20);
        Tensor scaled = read(weights).times(2);
        Map<Variable, Tensor> updates = Map.of(weights, read(weights).plus(1));
        try (Program program = Program.compile(List.of(x), List.of(x.matmul(scaled)), updates, Backends.of("auto"))) {
            double[] identity = new double[400];
            for (int i = 0; i < 20; i++) identity[21 * i] = 1;
            double[] first = Programs.run(program, List.of(identity), 1).get(0);
            double[] second = Programs.run(program, List.of(identity), 1).get(0);
            for (int i = 0; i < 400; i++) assertThat(second[i]).isCloseTo(first[i] + 2, ROUNDING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "nd4j"})
    void resultsThatDependOnVariablesAloneFollowThem(String backend) {
        Variable weights = variable("weights", 30);
        Tensor sum = read(weights).square().sum();
        try (Program program =
                Program.compile(List.of(), List.of(sum, read(weights)), Map.of(), Backends.of(backend))) {
            assertThat(program.size()).isZero();
            weights.fill(2);
            assertThat(Programs.run(program, List.of(), 2).get(0)).containsExactly(120);
            weights.fill(1);
            List<double[]> results = Programs.run(program, List.of(), 2);
            assertThat(results.get(0)).containsExactly(30);
            assertThat(results.get(1)).containsOnly(1);
        }
    }
}
