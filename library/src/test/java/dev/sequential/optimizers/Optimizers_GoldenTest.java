package dev.sequential.optimizers;

import static dev.sequential.unit.ArrayAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.engine.Backends;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Program;
import dev.sequential.engine.Read;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Variable;
import dev.sequential.saving.KerasConfig;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Golden;
import dev.sequential.unit.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every optimizer moves weights as Keras does, step by step, with all common options, and keeps the same numbers. */
class Optimizers_GoldenTest {
    private static final Set<String> NOT_COVERED = Set.of("Muon");

    /** Weights move by about their last digits: the movement itself is known less exactly than the weights. */
    private static final double MOVEMENT_TOLERANCE = 2e-3;

    static Stream<Arguments> cases() {
        return Compute.BACKENDS.stream()
                .flatMap(b -> Golden.cases("optimizers").stream()
                        .filter(c -> !NOT_COVERED.contains(c.className()))
                        .map(c -> Arguments.of(b, c)));
    }

    @Test
    void coversAllOthers() {
        Set<String> unknown = Golden.cases("optimizers").stream()
                .map(Golden.Case::className)
                .filter(name -> !Optimizers.names().contains(name.toLowerCase(java.util.Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unknown).isEqualTo(NOT_COVERED);
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("cases")
    void equalsKeras(String backend, Golden.Case golden) {
        OptimizerState state = new OptimizerState(optimizer(golden));
        List<Variable> weights = new ArrayList<>();
        List<Tensor> gradients = new ArrayList<>();
        List<Updates.Target> targets = new ArrayList<>();
        for (JsonNode initial : golden.json().get("initial")) {
            Values value = Values.of(initial.get("value"));
            Variable weight = Variable.zeros(initial.get("name").asText(), value.type());
            weight.assign(value.data());
            Tensor gradient = Tensor.of(new Placeholder("gradient", value.type()));
            weights.add(weight);
            gradients.add(gradient);
            targets.add(new Updates.Target(weight, gradient, w -> w));
        }
        try (Program program = Program.compile(
                gradients, List.of(), Updates.of(state, targets, v -> Tensor.of(new Read(v))), Backends.of(backend))) {
            for (int step = 0; step < golden.json().get("steps").size(); step++) {
                run(golden, program, state, weights, step);
            }
        }
        checkSlots(golden, state, weights);
        if (golden.has("parameters_after_finalize")) {
            state.afterTraining();
            check(golden, "average", weights, golden.json().get("parameters_after_finalize"));
        }
    }

    private static Optimizer optimizer(Golden.Case golden) {
        Optimizer optimizer = KerasConfig.standard().read(golden.config(), Optimizer.class);
        if (!golden.has("exclude_from_weight_decay")) return optimizer;
        List<String> names = new ArrayList<>();
        for (JsonNode name : golden.json().get("exclude_from_weight_decay")) names.add(name.asText());
        return optimizer.excludeFromWeightDecay(names.toArray(String[]::new));
    }

    private static void run(Golden.Case golden, Program program, OptimizerState state, List<Variable> weights, int at) {
        JsonNode step = golden.json().get("steps").get(at);
        for (JsonNode change : golden.json().get("set_learning_rate")) {
            if (change.get("before_step").asInt() == at)
                state.setLearningRate(change.get("value").asDouble());
        }
        assertClose(
                "learning rate",
                Values.of(Shape.scalar(), state.learningRate()),
                Values.of(step.get("learning_rate")),
                1e-6);
        state.beforeStep();
        for (int i = 0; i < weights.size(); i++) {
            Values gradient = Values.of(step.get("gradients").get(i));
            Variable copy = Variable.zeros("gradient", gradient.type());
            copy.assign(gradient.data());
            program.input(i).array().assign(copy.array());
        }
        program.run(0);
        state.afterStep();
        check(golden, "step " + at + ": ", weights, step.get("parameters"));
        for (int i = 0; i < weights.size(); i++) {
            Values initial = Values.of(golden.json().get("initial").get(i).get("value"));
            assertMovement(
                    Values.of(weights.get(i)), Values.of(step.get("parameters").get(i)), initial);
        }
    }

    private static void check(Golden.Case golden, String what, List<Variable> weights, JsonNode expected) {
        for (int i = 0; i < weights.size(); i++) {
            Variable weight = weights.get(i);
            assertClose(what + weight.name(), Values.of(weight), Values.of(expected.get(i)), golden.tolerance());
        }
    }

    /** Compares how far weights have moved, where they have moved enough to tell. */
    private static void assertMovement(Values actual, Values expected, Values initial) {
        double[] moved = moved(actual, initial);
        double[] right = moved(expected, initial);
        double most = IntStream.range(0, right.length)
                .mapToDouble(i -> Math.abs(right[i]))
                .max()
                .orElse(0);
        if (most < 1e-4) return;
        for (int i = 0; i < right.length; i++) {
            assertThat(Math.abs(moved[i] - right[i]) / most).as("movement").isLessThan(MOVEMENT_TOLERANCE);
        }
    }

    private static double[] moved(Values to, Values from) {
        return IntStream.range(0, to.data().length)
                .mapToDouble(i -> to.data()[i] - (float) from.data()[i])
                .toArray();
    }

    private static void checkSlots(Golden.Case golden, OptimizerState state, List<Variable> weights) {
        for (JsonNode kept : golden.json().get("optimizer_variables")) {
            String name = kept.get("name").asText();
            Variable variable = find(state, weights, name);
            if (variable != null) {
                assertClose(name, Values.of(variable), Values.of(kept.get("value")), 2 * golden.tolerance());
            }
        }
    }

    private static Variable find(OptimizerState state, List<Variable> weights, String name) {
        if (name.equals("variable")) return state.shared().get("u_product");
        for (Variable weight : weights) {
            if (!name.startsWith(weight.name() + "_")) continue;
            String slot = name.substring(weight.name().length() + 1);
            Variable found = state.slots(weight).get(slot);
            boolean factored = state.slots(weight).containsKey("rows");
            assertThat(found != null || factored).as("slot " + name).isTrue();
            return found;
        }
        return null;
    }
}
