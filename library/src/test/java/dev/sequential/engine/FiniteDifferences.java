package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gradients beside central differences in float64, on the reference backend. */
public final class FiniteDifferences {
    private static final double STEP = 1e-6;
    private static final double TOLERANCE = 2e-7;

    private final Program program;
    private final List<double[]> values;

    private FiniteDifferences(Program program, List<double[]> values) {
        this.program = program;
        this.values = values;
    }

    /**
     * Fails unless the gradients of a loss by its float inputs and by variables are those that a small change shows.
     *
     * @param values of the inputs
     * @param variables what is read of variables, and where
     */
    public static void check(Tensor loss, List<Tensor> inputs, List<double[]> values, Map<Tensor, Variable> variables) {
        List<Tensor> targets = new ArrayList<>(inputs);
        targets.addAll(variables.keySet());
        List<Tensor> gradients = new ArrayList<>(Gradients.of(loss, targets));
        for (int i = 0; i < targets.size(); i++) {
            if (gradients.get(i) == null) gradients.set(i, targets.get(i).zerosLike());
        }
        List<double[]> exact = Programs.run("nd4j", inputs, values, gradients);
        try (Program program = Program.compile(inputs, List.of(loss), Map.of(), Backends.of("nd4j"))) {
            FiniteDifferences differences = new FiniteDifferences(program, values);
            for (int i = 0; i < inputs.size(); i++) {
                if (!inputs.get(i).dtype().isFloat()) continue;
                compare("operand " + i, exact.get(i), differences.of(values.get(i), () -> {}));
            }
            for (int i = inputs.size(); i < targets.size(); i++) {
                Variable variable = variables.get(targets.get(i));
                double[] held = variable.values().ravel().toDoubleVector();
                compare(variable.name(), exact.get(i), differences.of(held, () -> variable.assign(held)));
            }
        }
    }

    /** How the loss changes with each number, which {@code put} brings to where it is read. */
    private double[] of(double[] x, Runnable put) {
        double[] differences = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            double at = x[k];
            x[k] = at + STEP;
            put.run();
            double above = Programs.run(program, values, 1).get(0)[0];
            x[k] = at - STEP;
            put.run();
            double below = Programs.run(program, values, 1).get(0)[0];
            x[k] = at;
            put.run();
            differences[k] = (above - below) / (2 * STEP);
        }
        return differences;
    }

    private static void compare(String what, double[] exact, double[] differences) {
        double scale = Math.max(1, Programs.largest(differences));
        for (int k = 0; k < exact.length; k++) {
            assertThat(exact[k])
                    .as("gradient of %s at %d", what, k)
                    .isCloseTo(differences[k], within(TOLERANCE * scale));
        }
    }
}
