package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are taken, and added, in the order that is wanted, and not moved afterwards. */
class Simplify_RowsTest {
    private static final int ROWS = 9;
    private static final Shape PLACES = Shape.of(2, 3, 4);
    private static final Shape TAKEN = PLACES.and(Shape.of(5));
    /** No inverse of itself, so that taking one for the other shows. */
    private static final int[] ORDER = {1, 2, 0, 3};

    private final Random random = new Random(2);
    private final double[] places = Programs.integers(random, PLACES, ROWS);
    private final Tensor at = Programs.input("places", DType.INT32, PLACES.dims());

    private static int moved(int a, int b, int c) {
        return (b * 4 + c) * 2 + a; // where element (a, b, c) of the first three axes lies after ORDER
    }

    private static double[] run(String backend, Tensor x, double[] values, Tensor at, double[] places, Tensor result) {
        String program;
        try (Program p = Program.compile(List.of(x, at), List.of(result), Map.of(), Backends.of(backend))) {
            program = p.describe();
        }
        assertThat(program).contains("Transpose").doesNotContain("Transpose (3, 4, 2, 5)", "Transpose (2, 3, 4, 5)");
        return Programs.run(backend, List.of(x, at), List.of(values, places), List.of(result))
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nd4j", "auto"})
    void rowsAreTakenInTheOrderWanted(String backend) {
        Tensor table = Programs.input("table", DType.FLOAT32, ROWS, 5);
        double[] rows = Programs.random(random, Shape.of(ROWS, 5), -1, 1);
        double[] expected = new double[(int) TAKEN.size()];
        for (int i = 0; i < PLACES.size(); i++) {
            int to = moved(i / 12, i / 4 % 3, i % 4);
            System.arraycopy(rows, (int) places[i] * 5, expected, to * 5, 5);
        }

        double[] taken = run(
                backend,
                table,
                rows,
                at,
                places,
                Tensor.of(new Gather(), table, at).transpose(ORDER));

        for (int i = 0; i < taken.length; i++) assertThat(taken[i]).isEqualTo((float) expected[i]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nd4j", "auto"})
    void rowsAreAddedWhereTheyBelong(String backend) {
        int[] back = {2, 0, 1, 3};
        Tensor moved = Programs.input("rows", DType.FLOAT32, 3, 4, 2, 5);
        double[] rows = Programs.integers(random, TAKEN, 100);
        double[] expected = new double[ROWS * 5];
        for (int i = 0; i < PLACES.size(); i++) {
            int from = moved(i / 12, i / 4 % 3, i % 4);
            for (int k = 0; k < 5; k++) expected[(int) places[i] * 5 + k] += rows[from * 5 + k];
        }

        double[] added =
                run(backend, moved, rows, at, places, Tensor.of(new ScatterAdd(ROWS), moved.transpose(back), at));

        assertThat(Arrays.equals(added, expected)).as(Arrays.toString(added)).isTrue();
    }
}
