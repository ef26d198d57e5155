package dev.sequential.unit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.engine.DType;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import dev.sequential.engine.Variable;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Numbers with a shape: what goes into a computation and what comes out, in row-major order. */
public record Values(DType dtype, Shape shape, double[] data) {

    /** Float32 numbers. */
    public static Values of(Shape shape, double... data) {
        return new Values(DType.FLOAT32, shape, data);
    }

    /** A vector of float32 numbers. */
    public static Values vector(double... data) {
        return of(Shape.of(data.length), data);
    }

    /** An array of a golden case. */
    public static Values of(JsonNode json) {
        DType dtype = json.get("dtype").asText().startsWith("float") ? DType.FLOAT32 : DType.INT32;
        double[] data = IntStream.range(0, json.get("data").size())
                .mapToDouble(i -> number(json.get("data").get(i)))
                .toArray();
        long[] dims = IntStream.range(0, json.get("shape").size())
                .mapToLong(i -> json.get("shape").get(i).asLong())
                .toArray();
        return new Values(dtype, Shape.of(dims), data);
    }

    /** A copy of what memory holds. */
    static Values of(Memory memory) {
        return new Values(memory.dtype(), memory.shape(), memory.array().ravel().toDoubleVector());
    }

    /** A copy of what a variable holds. */
    public static Values of(Variable variable) {
        return new Values(
                variable.type().dtype(),
                variable.type().shape(),
                variable.values().ravel().toDoubleVector());
    }

    /** The same numbers in another element type. */
    public Values as(DType other) {
        return new Values(other, shape, data);
    }

    /** The numbers as a known tensor. */
    public Tensor constant() {
        return Tensor.constant(data, shape, dtype);
    }

    /** The numbers as an array of ND4J. */
    public INDArray array() {
        INDArray array = Nd4j.createFromArray(data).reshape(shape.dims());
        return array.castTo(dtype == DType.INT32 ? DataType.INT : DataType.FLOAT);
    }

    public Type type() {
        return new Type(shape, dtype);
    }

    private static double number(JsonNode json) {
        if (json.isBoolean()) return json.asBoolean() ? 1 : 0;
        return json.isTextual() ? Double.parseDouble(json.asText()) : json.asDouble();
    }
}
