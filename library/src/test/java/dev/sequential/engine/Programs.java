package dev.sequential.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.nd4j.linalg.factory.Nd4j;

/** Runs small graphs for tests. */
public final class Programs {
    private Programs() {}

    public static Tensor input(String name, DType dtype, long... dims) {
        return Tensor.of(new Placeholder(name, new Type(Shape.of(dims), dtype)));
    }

    /** The elements of the results for these inputs. */
    public static List<double[]> run(String backend, List<Tensor> inputs, List<double[]> values, List<Tensor> results) {
        try (Program program = Program.compile(inputs, results, Map.of(), Backends.of(backend))) {
            return run(program, values, results.size());
        }
    }

    public static List<double[]> run(Program program, List<double[]> values, int results) {
        for (int i = 0; i < values.size(); i++) fill(program.input(i), values.get(i));
        program.run(7);
        List<double[]> out = new ArrayList<>();
        for (int i = 0; i < results; i++) out.add(elements(program.output(i)));
        return out;
    }

    public static void fill(Memory memory, double[] values) {
        memory.array()
                .assign(Nd4j.createFromArray(values)
                        .reshape(memory.array().shape())
                        .castTo(memory.array().dataType()));
    }

    public static double[] elements(Memory memory) {
        return memory.array().dup('c').reshape(memory.size()).toDoubleVector();
    }

    public static double[] random(Random random, Shape shape, double low, double high) {
        return random.doubles(shape.size(), low, high).toArray();
    }

    public static double[] integers(Random random, Shape shape, int below) {
        return random.ints(shape.size(), 0, below).asDoubleStream().toArray();
    }

    public static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }
}
