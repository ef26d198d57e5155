package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.engine.Reference.Value;
import dev.sequential.engine.loops.Loops;
import dev.sequential.engine.onednn.OneDnnBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fused operations: random ones, and the updates of real optimizers, in place. */
class Kernel_FusedTest {
    private static final Map<String, Kernels.Finder> FINDERS =
            Map.of("loops", Loops::kernel, "onednn", new OneDnnBackend()::kernel);
    private static final double TOLERANCE = 4e-6;

    /** Collects steps that all have one shape. */
    private static final class Recipe {
        private final List<Type> operands;
        private final Shape shape;
        private final List<Fused.Step> steps = new ArrayList<>();

        Recipe(Shape shape, Type... operands) {
            this.shape = shape;
            this.operands = List.of(operands);
        }

        int step(Op op, Integer... registers) {
            steps.add(new Fused.Step(op, List.of(registers), new Type(shape, DType.FLOAT32)));
            return operands.size() + steps.size() - 1;
        }

        int unary(Unary.Kind kind, double a, double b, int x) {
            return step(new Unary(kind, a, b), x);
        }

        int binary(Binary.Kind kind, int x, int y) {
            return step(new Binary(kind), x, y);
        }

        Fused fused(Integer... results) {
            return new Fused(operands.size(), steps, List.of(results), shape);
        }
    }

    static Stream<Arguments> shapes() {
        List<Shape> shapes = List.of(
                Shape.of(3),
                Shape.of(16, 4),
                Shape.of(7, 300),
                Shape.of(64, 100),
                Shape.of(100, 200),
                Shape.of(301, 300),
                Shape.of(3, 70, 90));
        return FINDERS.keySet().stream().flatMap(f -> shapes.stream().map(s -> Arguments.of(f, s)));
    }

    /** So large that they are made in parts. */
    static Stream<Arguments> large() {
        return Stream.of(Arguments.of("onednn", Shape.of(811, 1009)));
    }

    /** {@code v = ρv + (1-ρ)g²; w = w - λg/√(v+ε)}. */
    @ParameterizedTest
    @MethodSource({"shapes", "large"})
    void updatesOfRmspropWriteOverWhatTheyRead(String finder, Shape shape) {
        Type full = new Type(shape, DType.FLOAT32);
        Recipe r = new Recipe(shape, full, full, full);
        int g2 = r.unary(Unary.Kind.SQUARE, 0, 0, 0);
        int old = r.unary(Unary.Kind.AFFINE, 0.9, 0, 1);
        int v = r.binary(Binary.Kind.ADD, old, r.unary(Unary.Kind.AFFINE, 0.1, 0, g2));
        int root = r.unary(Unary.Kind.SQRT, 0, 0, r.unary(Unary.Kind.AFFINE, 1, 1e-7, v));
        int step = r.binary(Binary.Kind.DIVIDE, r.unary(Unary.Kind.AFFINE, 1e-3, 0, 0), root);
        int w = r.binary(Binary.Kind.SUBTRACT, 2, step);
        checkInPlace(finder, r.fused(v, w), List.of(1, 2), draw(r, 1));
    }

    /** {@code m = m + (g-m)(1-β); v = v + (g²-v)(1-γ); w = w - αm/(√v+ε)} with a scalar α. */
    @ParameterizedTest
    @MethodSource({"shapes", "large"})
    void updatesOfAdamWriteOverWhatTheyRead(String finder, Shape shape) {
        Recipe r = updated(shape);
        checkInPlace(finder, adam(r), List.of(1, 2, 3), draw(r, 2));
    }

    /** What Adam reads: the gradient, two moments, the weights and a number. */
    private static Recipe updated(Shape shape) {
        Type full = new Type(shape, DType.FLOAT32);
        return new Recipe(shape, full, full, full, full, Kernels.floats());
    }

    private static Fused adam(Recipe r) {
        int dm = r.unary(Unary.Kind.AFFINE, 0.1, 0, r.binary(Binary.Kind.SUBTRACT, 0, 1));
        int m = r.binary(Binary.Kind.ADD, 1, dm);
        int g2 = r.unary(Unary.Kind.SQUARE, 0, 0, 0);
        int dv = r.unary(Unary.Kind.AFFINE, 0.001, 0, r.binary(Binary.Kind.SUBTRACT, g2, 2));
        int v = r.binary(Binary.Kind.ADD, 2, dv);
        int below = r.unary(Unary.Kind.AFFINE, 1, 1e-7, r.unary(Unary.Kind.SQRT, 0, 0, v));
        int above = r.binary(Binary.Kind.MULTIPLY, m, 4);
        int w = r.binary(Binary.Kind.SUBTRACT, 3, r.binary(Binary.Kind.DIVIDE, above, below));
        return r.fused(m, v, w);
    }

    /** The gradient of a table: rows at several places, the same one more than once, in a few or many parts. */
    @ParameterizedTest
    @CsvSource({"7, 5, 30", "500, 16, 1", "3000, 301, 4000", "40, 30000, 9", "2, 400001, 5"})
    void updatesOfAdamAddRowsOfTheGradientAsTheyGo(long height, long width, long count) {
        Recipe r = updated(Shape.of(height, width));
        FusedScatter op = new FusedScatter(adam(r), 0, new ScatterAdd(height));
        Random random = new Random(6);
        List<Value> in = new ArrayList<>(draw(r, 7).subList(1, 5));
        in.add(Kernels.random(random, Kernels.floats(count, width), -2, 2));
        in.add(Kernels.random(random, Kernels.ints(count), 0, height));
        checkInPlace("onednn", op, List.of(0, 1, 2), in);
    }

    @Test
    void rowsBelongInTheTable() {
        Recipe r = updated(Shape.of(9, 4));
        List<Value> in = new ArrayList<>(draw(r, 7).subList(1, 5));
        in.add(new Value(Kernels.floats(2, 4), new double[8]));
        in.add(new Value(Kernels.ints(2), new double[] {3, 9}));
        List<Memory> from = in.stream().map(Kernels::memory).toList();
        Kernel kernel =
                new OneDnnBackend().kernel(new FusedScatter(adam(r), 0, new ScatterAdd(9)), from, from.subList(0, 3));

        assertThatThrownBy(() -> kernel.run(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Places must be from 0 to 8, but received 9");
        assertThat(Programs.elements(from.get(0))).containsExactly(in.get(0).elements());
        kernel.close();
    }

    /** A chain's result that later ones read twice, and that is no result of the whole. */
    @ParameterizedTest
    @MethodSource("large")
    void partsShareWhatLiesBetweenChains(String finder, Shape shape) {
        Type full = new Type(shape, DType.FLOAT32);
        Recipe r = new Recipe(shape, full, full);
        int a = r.binary(Binary.Kind.MULTIPLY, r.unary(Unary.Kind.TANH, 0, 0, 0), 1);
        int b = r.unary(Unary.Kind.SQRT, 0, 0, r.binary(Binary.Kind.MULTIPLY, a, r.unary(Unary.Kind.EXP, 0, 0, a)));
        Kernels.check(FINDERS.get(finder), r.fused(r.binary(Binary.Kind.DIVIDE, b, a)), draw(r, 8), TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void dropoutAndItsGradientUseTheSameNumbers(String finder, Shape shape) {
        Type full = new Type(shape, DType.FLOAT32);
        Recipe r = new Recipe(shape, full);
        int mask = r.step(new RandomOp(RandomOp.Kind.BERNOULLI, 0.8, 1.25, 9, full));
        int y = r.binary(Binary.Kind.MULTIPLY, 0, mask);
        int slope = r.unary(Unary.Kind.GREATER, 0, 0, 0);
        int gradient = r.binary(Binary.Kind.MULTIPLY, mask, slope);
        Kernels.check(FINDERS.get(finder), r.fused(mask, y, gradient), draw(r, 3), TOLERANCE);
    }

    /** In a square, a column has as many elements as a row. */
    @ParameterizedTest
    @ValueSource(strings = {"loops", "onednn"})
    void aColumnOfASquareIsNoRow(String finder) {
        Type full = new Type(Shape.of(160, 160), DType.FLOAT32);
        Recipe r = new Recipe(full.shape(), full, full.with(Shape.of(160, 1)));
        int a = r.unary(Unary.Kind.SQUARE, 0, 0, r.binary(Binary.Kind.MULTIPLY, 0, 1));
        Kernels.check(FINDERS.get(finder), r.fused(r.unary(Unary.Kind.SQRT, 0, 0, a)), draw(r, 5), TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void operandsAreRepeated(String finder, Shape shape) {
        Type full = new Type(shape, DType.FLOAT32);
        Type row = full.with(shape.slice(-1, shape.rank()));
        Type column = full.with(shape.withDim(-1, 1));
        Recipe r = new Recipe(shape, full, row, column, Kernels.floats());
        int a = r.binary(Binary.Kind.SUBTRACT, 1, 0);
        int b = r.binary(Binary.Kind.DIVIDE, 2, r.unary(Unary.Kind.EXP, 0, 0, a));
        int c = r.binary(Binary.Kind.MAXIMUM, 3, b);
        int d = r.step(new Select(), r.binary(Binary.Kind.GREATER, c, 1), a, 0);
        int one = r.step(new Fill(1, full.with(Shape.scalar())));
        int e = r.binary(Binary.Kind.ADD, d, one);
        Kernels.check(FINDERS.get(finder), r.fused(c, e), draw(r, 4), TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void randomRecipes(String finder, Shape shape) {
        Type full = new Type(shape, DType.FLOAT32);
        Type row = full.with(shape.slice(-1, shape.rank()));
        List<Unary> unaries = List.of(
                new Unary(Unary.Kind.AFFINE, -0.7, 0.4),
                new Unary(Unary.Kind.AFFINE, 0.5, 0),
                Unary.of(Unary.Kind.TANH),
                Unary.of(Unary.Kind.RELU),
                Unary.of(Unary.Kind.SIGMOID),
                Unary.of(Unary.Kind.ABS),
                new Unary(Unary.Kind.CLIP, -1, 1.5));
        List<Binary.Kind> binaries = List.of(
                Binary.Kind.ADD, Binary.Kind.SUBTRACT, Binary.Kind.MULTIPLY, Binary.Kind.MAXIMUM, Binary.Kind.MINIMUM);
        int forChains = 3; // the first binaries are those that oneDNN does
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            Recipe r = new Recipe(shape, full, full, row, Kernels.floats(), full);
            int count = 2 + random.nextInt(9);
            for (int i = 0; i < count; i++) {
                int registers = r.operands.size() + i;
                int x = i == 0 ? 0 : random.nextInt(3) == 0 ? random.nextInt(registers) : registers - 1;
                boolean repeated = x == 2 || x == 3;
                if (!repeated && random.nextInt(2) == 0) {
                    r.step(unaries.get(random.nextInt(seed % 3 == 0 ? unaries.size() : unaries.size() - 1)), x);
                } else {
                    int y = random.nextInt(registers);
                    while (repeated && (y == 2 || y == 3)) y = random.nextInt(registers);
                    boolean turned = random.nextBoolean();
                    r.step(
                            new Binary(binaries.get(random.nextInt(seed % 3 == 0 ? binaries.size() : forChains))),
                            turned ? y : x,
                            turned ? x : y);
                }
            }
            int last = r.operands.size() + count - 1;
            int other = r.operands.size() + random.nextInt(count);
            Fused fused = other == last ? r.fused(last) : r.fused(other, last);
            Kernels.check(FINDERS.get(finder), fused, draw(r, seed), TOLERANCE);
            checkInPlace(finder, fused, other == last ? List.of(1) : List.of(1, 4), draw(r, seed));
            if (other != last) checkInPlace(finder, fused, List.of(0, 1), draw(r, seed));
        }
    }

    private static List<Value> draw(Recipe recipe, long seed) {
        Random random = new Random(seed);
        return recipe.operands.stream()
                .map(t -> Kernels.random(random, t, 0.1, 2))
                .toList();
    }

    /** Puts result i into the memory of operand {@code places[i]}. */
    private static void checkInPlace(String finder, Op op, List<Integer> places, List<Value> in) {
        List<Memory> from = in.stream().map(Kernels::memory).toList();
        List<Memory> to = places.stream().map(from::get).toList();
        Kernels.check(FINDERS.get(finder), op, in, from, to, TOLERANCE);
    }
}
