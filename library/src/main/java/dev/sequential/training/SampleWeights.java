package dev.sequential.training;

import dev.sequential.data.Each;
import dev.sequential.data.Rows;
import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** How much each sample counts: sample weights times class weights. */
final class SampleWeights {
    private SampleWeights() {}

    /**
     * Weights for each output that has a loss, 1 where none are given; an empty list if none are given at all.
     *
     * @param shapes shapes of all outputs of the model
     */
    static List<Rows> of(Optional<Each<INDArray>> given, Compiled compiled, List<Shape> shapes, long count) {
        List<String> names = compiled.targetNames();
        if (given.isEmpty() || names.isEmpty()) return List.of();
        List<Optional<INDArray>> each = given.get().on("sampleWeight", "output", names);
        List<Rows> rows = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            Compiled.Output output = compiled.outputs().get(i);
            if (output.loss().isEmpty()) continue;
            Shape shape = shapes.get(i);
            rows.add(Rows.of(
                    each.get(rows.size())
                            .map(w -> output.temporal() ? temporal(w, output.name(), shape, count) : vector(w, count))
                            .orElseGet(() -> ones(count)),
                    DType.FLOAT32));
        }
        return rows;
    }

    /** Sample weights, where given, times the class weights of each sample's class. */
    static List<Rows> times(
            List<Rows> weights, Each<Map<Integer, Double>> classWeight, Each<INDArray> y, Compiled compiled) {
        List<String> names = compiled.targetNames();
        List<Optional<Map<Integer, Double>>> given = classWeight.on("classWeight", "output", names);
        List<INDArray> targets = Arrays.each(y, "y", "output", names);
        List<Rows> product = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            INDArray values = weights.isEmpty()
                    ? ones(targets.get(i).size(0))
                    : weights.get(i).array();
            if (given.get(i).isPresent())
                values = values.mul(perSample(given.get(i).get(), targets.get(i)));
            product.add(Rows.of(values, DType.FLOAT32));
        }
        return product;
    }

    private static INDArray perSample(Map<Integer, Double> weights, INDArray y) {
        Check.that(
                y.rank() <= 2,
                "classWeight needs one class a sample, but y has shape %s. Use sampleWeight.",
                Shape.of(y.shape()));
        INDArray classes = y.rank() == 2 && y.size(1) > 1 ? y.argMax(1) : y.reshape(y.length());
        float[] values = new float[(int) y.size(0)];
        TreeSet<Integer> missing = new TreeSet<>();
        for (int i = 0; i < values.length; i++) {
            int label = (int) Math.rint(classes.getDouble(i));
            Double weight = weights.get(label);
            if (weight == null) missing.add(label);
            else values[i] = weight.floatValue();
        }
        Check.that(
                missing.isEmpty(),
                "classWeight has no weight for classes %s, which occur in y; it has %s",
                missing,
                new TreeSet<>(weights.keySet()));
        return Nd4j.createFromArray(values);
    }

    private static INDArray vector(INDArray weights, long count) {
        Shape shape = Shape.of(weights.shape());
        boolean column = shape.rank() == 2 && shape.dim(1) == 1;
        Check.that(
                (shape.rank() == 1 || column) && shape.dim(0) == count,
                "sampleWeight must be one number a sample, shape (%d,), but received shape %s%s",
                count,
                shape,
                shape.rank() == 2 && shape.dim(0) == count
                        ? ". For weights of time steps compile with sampleWeightMode(\"temporal\")."
                        : "");
        return weights.reshape(count);
    }

    private static INDArray temporal(INDArray weights, String output, Shape shape, long count) {
        Check.that(
                shape.rank() >= 3,
                "sampleWeightMode \"temporal\" needs an output with a time axis, but output \"%s\" has shape %s",
                output,
                shape);
        Shape expected = Shape.of(count, shape.dim(1));
        Check.that(
                expected.matches(Shape.of(weights.shape())),
                "sampleWeight of output \"%s\" must be one number a sample and time step, shape %s, but received shape %s",
                output,
                expected,
                Shape.of(weights.shape()));
        return weights;
    }

    private static INDArray ones(long count) {
        return Nd4j.ones(DataType.FLOAT, count);
    }
}
