package dev.sequential.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.engine.Binary;
import dev.sequential.engine.DType;
import dev.sequential.engine.Fused;
import dev.sequential.engine.Op;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Type;
import dev.sequential.engine.Unary;
import dev.sequential.engine.onednn.ChainPlan.Written;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Into how few primitives element-wise operations are split. */
class ChainPlan_SplitTest {
    private static final Type TYPE = new Type(Shape.of(100, 100), DType.FLOAT32);

    private final List<Fused.Step> steps = new ArrayList<>();
    private final int operands = 4;

    private int step(Op op, Integer... registers) {
        steps.add(new Fused.Step(op, List.of(registers), TYPE));
        return operands + steps.size() - 1;
    }

    private int affine(double a, double b, int x) {
        return step(new Unary(Unary.Kind.AFFINE, a, b), x);
    }

    private int unary(Unary.Kind kind, int x) {
        return step(Unary.of(kind), x);
    }

    private int binary(Binary.Kind kind, int x, int y) {
        return step(new Binary(kind), x, y);
    }

    /** The last operand is a single number, the others have an element for each place. */
    private List<Written> plan(Integer... results) {
        return ChainPlan.of(
                new Fused(operands, steps, List.of(results), TYPE.shape()), new boolean[] {true, true, true, false});
    }

    @Test
    void updateOfRmspropTakesTwo() {
        int v = binary(Binary.Kind.ADD, affine(0.9, 0, 1), affine(0.1, 0, unary(Unary.Kind.SQUARE, 0)));
        int root = unary(Unary.Kind.SQRT, affine(1, 1e-7, v));
        int w = binary(Binary.Kind.SUBTRACT, 2, binary(Binary.Kind.DIVIDE, binary(Binary.Kind.MULTIPLY, 0, 3), root));

        List<Written> plan = plan(v, w);

        assertThat(plan).extracting(Written::register).containsExactly(v, w);
        assertThat(plan.get(0).chain().links()).hasSize(3);
        assertThat(plan.get(1).chain().links()).hasSize(5);
    }

    @Test
    void updateOfAdamTakesThree() {
        int m = binary(Binary.Kind.ADD, 1, affine(0.1, 0, binary(Binary.Kind.SUBTRACT, 0, 1)));
        int v = binary(
                Binary.Kind.ADD, 2, affine(0.001, 0, binary(Binary.Kind.SUBTRACT, unary(Unary.Kind.SQUARE, 0), 2)));
        int below = affine(1, 1e-7, unary(Unary.Kind.SQRT, v));
        int step = binary(Binary.Kind.DIVIDE, binary(Binary.Kind.MULTIPLY, m, 3), below);

        assertThat(plan(m, v, step)).hasSize(3);
    }

    @Test
    void whatIsUsedTwiceIsWrittenOnce() {
        int shared = unary(Unary.Kind.TANH, 0);
        int sum = binary(Binary.Kind.ADD, binary(Binary.Kind.MULTIPLY, shared, 1), shared);

        assertThat(plan(sum)).extracting(Written::register).containsExactly(shared, sum);
    }

    @Test
    void scalingWhatIsInMemoryIsNeverWritten() {
        int scaled = affine(3, 1, 0);
        int one = binary(Binary.Kind.ADD, scaled, 1);
        int two = binary(Binary.Kind.SUBTRACT, 2, scaled);

        assertThat(plan(one, two)).hasSize(2);
    }

    @Test
    void aFunctionThatOneDnnLacksLeavesAllToTheLoops() {
        assertThat(plan(unary(Unary.Kind.ERF, 0))).isNull();
        assertThat(plan(unary(Unary.Kind.LOG, 0))).isNull();
    }

    @Test
    void somethingOfTheFullShapeMustComeFirst() {
        assertThat(plan(unary(Unary.Kind.EXP, 3))).isNull();
    }
}
