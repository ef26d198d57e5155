package dev.sequential.unit;

import dev.sequential.engine.Backend;
import dev.sequential.engine.Backends;
import dev.sequential.engine.Gradients;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Program;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Runs small graphs once, on a backend of choice. */
public final class Compute {
    /** Names of the backends every test runs on: ND4J alone, and oneDNN with ND4J for what it leaves. */
    public static final List<String> BACKENDS = List.of("nd4j", "auto");

    private Compute() {}

    /** The values of a graph of some inputs. */
    public static List<Values> all(String backend, List<Values> inputs, Function<List<Tensor>, List<Tensor>> graph) {
        List<Tensor> placeholders = new ArrayList<>();
        for (Values input : inputs) {
            placeholders.add(Tensor.of(new Placeholder("x" + placeholders.size(), input.type())));
        }
        return run(backend, placeholders, inputs, graph.apply(placeholders), Map.of());
    }

    /** The value of a function of one input. */
    public static Values of(String backend, Values input, UnaryOperator<Tensor> function) {
        return all(backend, List.of(input), x -> List.of(function.apply(x.get(0))))
                .get(0);
    }

    /** The value of a function, and the gradient of {@code sum(dy * value)} for its one input, 0 if there is none. */
    public static List<Values> withGradient(String backend, Values input, Values dy, UnaryOperator<Tensor> function) {
        return all(backend, List.of(input, dy), x -> {
            Tensor y = function.apply(x.get(0));
            Tensor gradient = Gradients.of(y, x.get(1), List.of(x.get(0))).get(0);
            return List.of(y, gradient == null ? x.get(0).zerosLike() : gradient);
        });
    }

    /** Runs a graph with placeholders made by the caller, and updates variables. */
    public static List<Values> run(
            String backend,
            List<Tensor> placeholders,
            List<Values> inputs,
            List<Tensor> outputs,
            Map<Variable, Tensor> updates) {
        List<Backend> backends = Backends.of(backend);
        try (Program program = Program.compile(placeholders, outputs, updates, backends)) {
            for (int i = 0; i < inputs.size(); i++) fill(program, i, inputs.get(i));
            program.run(0);
            return IntStream.range(0, outputs.size())
                    .mapToObj(i -> Values.of(program.output(i)))
                    .toList();
        }
    }

    private static void fill(Program program, int index, Values values) {
        Variable copy = Variable.zeros("copy", values.type());
        copy.assign(values.data());
        program.input(index).array().assign(copy.array());
    }
}
