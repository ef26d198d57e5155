package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.engine.Check;
import dev.sequential.engine.Composite;
import dev.sequential.engine.KnownLoop;
import dev.sequential.engine.Scan;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One call of a {@link Recurrent} layer: brings time to the front, runs the cell over it and arranges the results. */
final class Recurrence {
    private static final String STATE = "state_";

    private final Recurrent layer;
    private final Call call;
    private final Cell cell;
    private final Tensor x;
    private final Tensor mask;
    private final List<Tensor> initial;
    /** Whether the output is not among the states and so is carried from step to step beside them. */
    private final boolean carriesOutput;

    Recurrence(Recurrent layer, Call call, List<Tensor> inputs) {
        this.layer = layer;
        this.call = call;
        this.cell = layer.cell();
        this.x = inputs.get(0);
        this.mask = call.mask();
        Check.that(
                x.rank() == cell.rank() + 1,
                "%s expects an input of %d axes, (batch, time, …), but received shape %s",
                layer.typeName(),
                cell.rank() + 1,
                x.shape());
        this.initial = initial(inputs.subList(1, inputs.size()));
        boolean zeros = inputs.size() == 1 && !layer.stateful();
        boolean isFirstState = cell instanceof GatedCell && (mask == null || zeros && !layer.zeroOutputForMask());
        this.carriesOutput = !isFirstState && (mask != null || !layer.returnSequences());
    }

    /** The output and, if the layer returns them, the states. */
    List<Tensor> results() {
        Scan.Result made = run();
        List<Tensor> states = made.states().subList(0, initial.size());
        if (layer.stateful()) {
            for (int i = 0; i < states.size(); i++) call.carry(STATE + i, states.get(i));
        }
        List<Tensor> results = new ArrayList<>();
        results.add(layer.returnSequences() ? sequence(made.outputs().get(0)) : last(made));
        if (layer.returnState()) results.addAll(states);
        call.outputMask(layer.returnSequences() ? mask : null);
        return results.stream()
                .map(r -> call.penalized(r, layer.activityRegularizer()))
                .toList();
    }

    private Tensor last(Scan.Result made) {
        return made.states().get(carriesOutput ? initial.size() : 0);
    }

    /** Outputs in the order in which they were made, {@code (batch, time, …)}. */
    private Tensor sequence(Tensor outputs) {
        Tensor sequence = swapped(outputs);
        return layer.goBackwards() ? sequence.reverse(1) : sequence;
    }

    private Scan.Result run() {
        List<Scan.Result> made = new ArrayList<>();
        Part.of(call, "cell", List.of(x), inner -> {
            made.add(loop(inner));
            return made.get(0).states();
        });
        return made.get(0);
    }

    private Scan.Result loop(Call inner) {
        Tensor steps = swapped(x);
        if (cell instanceof GatedCell gated && mask == null) {
            Optional<KnownLoop.Cell> known = gated.known(call);
            if (known.isPresent()) return known(inner, gated, known.get(), steps);
        }
        return pieces(inner, cell.prepare(inner, steps));
    }

    /** The loop as something that a backend may know. */
    private Scan.Result known(Call inner, GatedCell gated, KnownLoop.Cell kind, Tensor steps) {
        List<Tensor> dropout = gated.masks(inner, steps, gated.dropout());
        Tensor in = dropout.isEmpty() ? steps : steps.times(dropout.get(0));
        Scan.Result pieces = pieces(inner, gated.projected(inner, in, List.of()));
        List<Tensor> operands = new ArrayList<>();
        operands.add(in);
        operands.add(gated.kernel(inner, in.dim(-1)));
        operands.add(gated.recurrentKernel(inner));
        if (gated.useBias()) operands.add(gated.bias(inner));
        operands.addAll(initial);
        List<Tensor> results = new ArrayList<>(pieces.outputs());
        results.addAll(pieces.states());
        KnownLoop loop = new KnownLoop(kind, layer.goBackwards(), layer.returnSequences(), gated.useBias());
        List<Tensor> made = Composite.of(loop, operands, results);
        int outputs = pieces.outputs().size();
        return new Scan.Result(made.subList(outputs, made.size()), made.subList(0, outputs));
    }

    private Scan.Result pieces(Call inner, Tensor prepared) {
        List<Tensor> sequences = new ArrayList<>();
        sequences.add(prepared);
        if (mask != null) sequences.add(stepMask());
        List<Tensor> begin = new ArrayList<>(initial);
        if (carriesOutput) {
            Tensor first = prepared.slice(0, 0, 1).squeeze(0);
            begin.add(cell.step(inner, first, initial).get(0).zerosLike()); // for its shape
        }
        return Scan.over(sequences, begin, layer.goBackwards(), (parts, states) -> step(inner, parts, states));
    }

    private Scan.Step step(Call inner, List<Tensor> parts, List<Tensor> states) {
        List<Tensor> made = cell.step(inner, parts.get(0), states.subList(0, initial.size()));
        Check.that(
                made.size() == 1 + initial.size(),
                "step of %s must give an output and %d states, but gave %d tensors",
                cell.typeName(),
                initial.size(),
                made.size());
        Tensor output = made.get(0);
        List<Tensor> next = new ArrayList<>(made.subList(1, made.size()));
        if (mask != null) {
            Tensor valid = parts.get(1);
            for (int i = 0; i < next.size(); i++) {
                next.set(i, valid.select(next.get(i), states.get(i)));
            }
            if (!carriesOutput) output = next.get(0);
            else if (layer.zeroOutputForMask()) output = valid.select(output, output.zerosLike());
            else output = valid.select(output, states.get(initial.size()));
        }
        if (carriesOutput) next.add(output);
        return new Scan.Step(next, layer.returnSequences() ? List.of(output) : List.of());
    }

    /** {@code (batch, time) → (time, batch, 1, …)}, to choose between whole states. */
    private Tensor stepMask() {
        Tensor steps = swapped(mask);
        for (int i = 1; i < cell.rank(); i++) steps = steps.expandDims(-1);
        return steps;
    }

    private List<Tensor> initial(List<Tensor> given) {
        Shape sample = x.shape().without(1).slice(1, cell.rank());
        List<Shape> shapes = cell.stateShapes(sample);
        Check.that(
                given.isEmpty() || given.size() == shapes.size(),
                "%s takes %d states to begin with, but received %d",
                layer.typeName(),
                shapes.size(),
                given.size());
        List<Tensor> states = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            Shape shape = Shape.of(x.dim(0)).and(shapes.get(i));
            if (given.isEmpty()) {
                states.add(layer.stateful() ? kept(i, shape) : Tensor.fill(0, shape, call.floatType()));
                continue;
            }
            Check.that(
                    shape.matches(given.get(i).shape()),
                    "%s expects state %d to begin with of shape %s, but received %s",
                    layer.typeName(),
                    i,
                    shape,
                    given.get(i).shape());
            states.add(given.get(i));
        }
        return states;
    }

    private Tensor kept(int state, Shape shape) {
        Check.that(
                x.dim(0) != Shape.UNKNOWN,
                "%s is stateful and must know the batch size, but received shape %s. Give the Input a batchSize.",
                layer.typeName(),
                x.shape());
        return call.carried(STATE + state, shape);
    }

    /** Batch and time in the other order. */
    private static Tensor swapped(Tensor tensor) {
        return tensor.transpose(
                IntStream.range(0, tensor.rank()).map(i -> i < 2 ? 1 - i : i).toArray());
    }
}
