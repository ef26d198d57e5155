package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random graphs with variables give the same numbers compiled with all that the engine does (simplifying, fusing, sharing
 * memory, writing in place) as done operation by operation on ND4J; so do the variables after several runs.
 */
class Program_RandomGraphTest {
    private static final List<Shape> OBLONG =
            List.of(Shape.of(6, 5), Shape.of(6, 5), Shape.of(5), Shape.of(6, 1), Shape.scalar(), Shape.of(70, 90));
    /** A row and a column of a square have the same number of elements. */
    private static final List<Shape> SQUARE =
            List.of(Shape.of(96, 96), Shape.of(96, 96), Shape.of(96), Shape.of(96, 1), Shape.scalar(), Shape.of(6, 6));

    private static final long LARGEST = 96 * 96;

    private record Graph(List<Tensor> inputs, List<Tensor> outputs, Map<Variable, Tensor> updates) {}

    private static List<Shape> shapes(long seed) {
        return seed % 2 == 0 ? OBLONG : SQUARE;
    }

    private static Graph graph(long seed) {
        Random random = new Random(seed);
        List<Tensor> inputs = new ArrayList<>();
        List<Variable> variables = new ArrayList<>();
        List<Tensor> pool = new ArrayList<>();
        for (Shape shape : shapes(seed)) {
            inputs.add(Tensor.of(new Placeholder("same name", new Type(shape, DType.FLOAT32))));
            Variable variable = Variable.zeros("v" + variables.size(), new Type(shape, DType.FLOAT32));
            variable.assign(Programs.random(random, shape, -1, 1));
            variables.add(variable);
            pool.add(Tensor.of(new Read(variable)));
        }
        pool.addAll(inputs);
        for (int i = 0; i < 60; i++) pool.add(next(random, pool));
        Map<Variable, Tensor> updates = new LinkedHashMap<>();
        for (Variable variable : variables) {
            List<Tensor> fitting =
                    pool.stream().filter(t -> t.type().equals(variable.type())).toList();
            if (random.nextInt(4) > 0)
                updates.put(
                        variable, fitting.get(random.nextInt(fitting.size())).tanh());
        }
        List<Tensor> outputs = new ArrayList<>();
        for (int i = 0; i < 6; i++) outputs.add(pool.get(2 * shapes(seed).size() + random.nextInt(60)));
        return new Graph(inputs, outputs, updates);
    }

    private static Tensor next(Random random, List<Tensor> pool) {
        Tensor x = pool.get(random.nextInt(pool.size()));
        Tensor y = pool.get(random.nextInt(pool.size()));
        boolean fit = fits(x, y);
        return switch (random.nextInt(16)) {
            case 0 -> x.affine(0.7, -0.1);
            case 1 -> x.tanh();
            case 2 -> x.abs().plus(1).reciprocal();
            case 3 -> x.relu();
            case 4 -> x.square().affine(0.3, 0.2).sqrt();
            case 5 -> fit ? x.plus(y).times(0.5) : x.sigmoid();
            case 6 -> fit ? x.minus(y).tanh() : x.clip(-0.5, 0.5);
            case 7 -> fit ? x.times(y) : x.detach();
            case 8 -> fit ? x.dividedBy(y.abs().plus(1)) : x.times(1).plus(0);
            case 9 -> fit ? x.maximum(y) : x.negate();
            case 10 ->
                fit
                        ? x.greaterThan(y).select(x, y.broadcastTo(Shape.broadcast(x.shape(), y.shape())))
                        : x.exp().log1p();
            case 11 -> x.rank() == 2 ? x.mean(0) : x.sin();
            case 12 -> x.rank() == 2 ? x.fold(Reduce.Kind.MAX, true, 1) : x.cos();
            case 13 -> x.rank() == 2 ? x.matmul(x, true, false).times(0.1).tanh() : x.tanh();
            case 14 -> x.rank() == 2 ? x.softmax(-1) : x.softplus();
            default ->
                x.rank() == 2 ? x.transpose().reshape(x.shape()) : x.sum().tanh();
        };
    }

    /** Only shapes of the small family meet each other. */
    private static boolean fits(Tensor x, Tensor y) {
        try {
            return Shape.broadcast(x.shape(), y.shape()).size() <= LARGEST;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 48);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesTheSameCompiledAsPlain(long seed) {
        List<List<double[]>> plain = run(graph(seed), "nd4j", seed);
        List<List<double[]>> compiled = run(graph(seed), "auto", seed);
        for (int run = 0; run < plain.size(); run++) {
            for (int i = 0; i < plain.get(run).size(); i++) {
                compare(plain.get(run).get(i), compiled.get(run).get(i), "run %d, value %d".formatted(run, i));
            }
        }
    }

    private static void compare(double[] expected, double[] actual, String what) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        double tolerance = 2e-5 * Math.max(1, Programs.largest(expected));
        for (int i = 0; i < expected.length; i++) {
            if (Double.compare(actual[i], expected[i]) == 0) continue;
            assertThat(actual[i]).as("%s, element %d", what, i).isEqualTo(expected[i], Offset.offset(tolerance));
        }
    }

    private static List<List<double[]>> run(Graph graph, String backend, long seed) {
        Random random = new Random(-seed);
        List<List<double[]>> all = new ArrayList<>();
        try (Program program =
                Program.compile(graph.inputs(), graph.outputs(), graph.updates(), Backends.of(backend))) {
            for (int run = 0; run < 3; run++) {
                List<double[]> values = shapes(seed).stream()
                        .map(shape -> Programs.random(random, shape, -1, 1))
                        .toList();
                List<double[]> seen =
                        Programs.run(program, values, graph.outputs().size());
                graph.updates().keySet().forEach(v -> seen.add(Programs.elements(v.memory())));
                all.add(seen);
            }
        }
        return all;
    }
}
