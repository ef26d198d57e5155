package dev.sequential.engine.nd4j;

import dev.sequential.engine.Binary;
import dev.sequential.engine.Unary;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Functions of elements at one place. */
final class Elementwise {
    private Elementwise() {}

    static INDArray unary(Unary u, INDArray x) {
        if (!x.dataType().isFPType()) return unary(u, x.castTo(DataType.DOUBLE)).castTo(x.dataType());
        return switch (u.kind()) {
            case AFFINE -> x.mul(u.a()).addi(u.b());
            case ABS -> Transforms.abs(x);
            case SIGN -> Transforms.sign(x);
            case EXP -> Transforms.exp(x);
            case EXPM1 -> Transforms.expm1(x, true);
            case LOG -> Transforms.log(x);
            case LOG1P ->
                Nd4j.getExecutioner().exec(new org.nd4j.linalg.api.ops.impl.transforms.strict.Log1p(x, x.ulike()));
            case SQRT -> Transforms.sqrt(x);
            case RSQRT -> Transforms.sqrt(x).rdivi(1);
            case SQUARE -> x.mul(x);
            case RECIPROCAL -> x.rdiv(1);
            case SIN -> Transforms.sin(x);
            case COS -> Transforms.cos(x);
            case TANH -> Transforms.tanh(x);
            case SIGMOID -> Transforms.sigmoid(x);
            case SOFTPLUS -> softplus(x);
            case ERF ->
                Nd4j.getExecutioner().exec(new org.nd4j.linalg.api.ops.impl.transforms.strict.Erf(x, x.ulike()));
            case RELU -> Transforms.relu(x);
            case POWER -> Transforms.pow(x, u.a());
            case CLIP -> Transforms.min(Transforms.max(x, u.a()), u.b());
            case FLOOR -> Transforms.floor(x);
            case CEIL -> Transforms.ceil(x);
            case ROUND ->
                Nd4j.getExecutioner().exec(new org.nd4j.linalg.api.ops.impl.transforms.same.Round(x, x.ulike()));
            case GREATER -> x.gt(u.a()).castTo(x.dataType());
            case GREATER_EQUAL -> x.gte(u.a()).castTo(x.dataType());
            case EQUAL -> x.eq(u.a()).castTo(x.dataType());
        };
    }

    /** {@code max(x, 0) + ln(1 + e^-|x|)}. */
    private static INDArray softplus(INDArray x) {
        INDArray small = Transforms.exp(Transforms.abs(x).negi(), false);
        INDArray tail =
                Nd4j.getExecutioner().exec(new org.nd4j.linalg.api.ops.impl.transforms.strict.Log1p(small, small));
        return Transforms.relu(x).addi(tail);
    }

    private static INDArray rounded(INDArray x) {
        INDArray result = x.ulike();
        Nd4j.exec(
                DynamicCustomOp.builder("rint").addInputs(x).addOutputs(result).build());
        return result;
    }

    static INDArray binary(Binary.Kind kind, INDArray x, INDArray y) {
        return switch (kind) {
            case ADD -> x.add(y);
            case SUBTRACT -> x.sub(y);
            case MULTIPLY -> x.mul(y);
            case DIVIDE -> x.div(y);
            case MAXIMUM -> Transforms.max(x, y, true);
            case MINIMUM -> Transforms.min(x, y, true);
            case POWER -> power(x, y);
            case GREATER -> x.gt(y).castTo(x.dataType());
            case GREATER_EQUAL -> x.gt(y).castTo(x.dataType()).addi(x.eq(y).castTo(x.dataType()));
            case EQUAL -> x.eq(y).castTo(x.dataType());
        };
    }

    private static INDArray power(INDArray x, INDArray y) {
        INDArray result = x.ulike();
        Nd4j.exec(DynamicCustomOp.builder("Pow")
                .addInputs(x, y)
                .addOutputs(result)
                .build());
        return result;
    }

    static INDArray select(INDArray condition, INDArray yes, INDArray no) {
        INDArray result = yes.ulike();
        Nd4j.exec(DynamicCustomOp.builder("select")
                .addInputs(condition.neq(0.0), yes, no)
                .addOutputs(result)
                .build());
        return result;
    }

    /** Towards integers the fraction is cut off. */
    static INDArray cast(INDArray x, DataType to) {
        return x.castTo(to);
    }
}
