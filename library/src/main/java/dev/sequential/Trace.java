package dev.sequential;

import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Loading;
import dev.sequential.engine.RandomOp;
import dev.sequential.engine.Read;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import dev.sequential.engine.Variable;
import dev.sequential.initializers.Initializer;
import dev.sequential.regularizers.Regularizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;

/** One walk through layers that turns records into a graph of tensors, and what it gathered on the way. */
public final class Trace {
    /** Leaves every weight to the layer that asks for it. */
    private static final Call.Source OWN = (name, shape, initializer, regularizer, constraint) -> null;

    private final boolean training;
    private final Frozen frozen;
    private final DType floatType;
    private final Map<Variable, Tensor> reads = new HashMap<>();
    private final Map<Variable, Tensor> updates = new LinkedHashMap<>();
    private final Map<Variable, Tensor> carried = new LinkedHashMap<>();
    private final List<Tensor> losses = new ArrayList<>();
    private final Map<Tensor, Tensor> masks = new HashMap<>();
    private final Map<Tensor, Variable> states = new HashMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private long streams;

    /** A trace of a training step or of an inference step. */
    public Trace(boolean training) {
        this(training, Frozen.none());
    }

    /** A trace whose layers are trained or frozen as they were at some moment. */
    public Trace(boolean training, Frozen frozen) {
        this(training, frozen, DType.FLOAT32);
    }

    /** A trace whose weights are made in a float type of your choice; gradients are checked in float64. */
    public Trace(boolean training, Frozen frozen, DType floatType) {
        Check.that(floatType.isFloat(), "floatType must be float32 or float64, but received %s", floatType);
        this.training = training;
        this.frozen = frozen;
        this.floatType = floatType;
    }

    /** The value a variable has when the run begins; the same tensor each time. */
    public Tensor read(Variable variable) {
        return reads.computeIfAbsent(variable, v -> Tensor.of(new Read(v)));
    }

    /** New values of states, in the order they were asked for. */
    public Map<Variable, Tensor> updates() {
        return updates;
    }

    /** New values of what layers carry from run to run; they are due in inference too. */
    public Map<Variable, Tensor> carried() {
        return carried;
    }

    /** Penalties the layers added, single numbers. */
    public List<Tensor> losses() {
        return losses;
    }

    /** The mask of a tensor, or {@code null}. */
    public Tensor mask(Tensor tensor) {
        return masks.get(tensor);
    }

    /** What a user should know about this trace, such as a mask that a layer drops; each said once. */
    public Set<String> warnings() {
        return warnings;
    }

    /** The results of a layer. */
    public List<Tensor> call(Layer layer, List<Tensor> inputs) {
        return new LayerCall(layer, "", inputs, OWN).results(layer);
    }

    /** One use of one layer. */
    private final class LayerCall implements Call {
        private final Layer layer;
        private final String prefix;
        private final List<Tensor> inputs;
        private final Map<Integer, Tensor> ownMasks = new HashMap<>();
        private final Source source;
        private Tensor outputMask;
        private boolean masked;

        LayerCall(Layer layer, String prefix, List<Tensor> inputs, Source source) {
            this.layer = layer;
            this.prefix = prefix;
            this.inputs = inputs;
            this.source = source;
            layer.state().open(prefix);
            Loading.calls();
        }

        List<Tensor> results(LayerSpec spec) {
            List<Tensor> results = spec.call(this, inputs);
            if (masked || spec.supportsMasking()) {
                Tensor mask = masked ? outputMask : mask(0);
                if (mask != null) masks.put(results.get(0), mask);
            } else if (prefix.isEmpty() && !layer.isModel() && inputs.stream().anyMatch(masks::containsKey)) {
                warnings.add("Layer \"" + layer.name() + "\" received a mask and drops it: " + spec.typeName()
                        + " does not pass masks on, so later layers and the loss see none.");
            }
            ownMasks.forEach((i, own) -> {
                if (own == null) masks.remove(results.get(i));
                else masks.put(results.get(i), own);
            });
            return results;
        }

        @Override
        public Tensor weight(
                String name, Shape shape, Initializer initializer, Regularizer regularizer, Constraint constraint) {
            Tensor other = source.weight(name, shape, initializer, regularizer, constraint);
            return other != null ? other : variable(name, shape, initializer, true, regularizer, constraint);
        }

        @Override
        public Tensor state(String name, Shape shape, Initializer initializer) {
            return variable(name, shape, initializer, false, Regularizer.NONE, Constraint.NONE);
        }

        private Tensor variable(
                String name, Shape shape, Initializer initializer, boolean trained, Regularizer r, Constraint c) {
            String full = prefix + name;
            Weight weight = layer.state().find(prefix, full);
            if (weight == null) {
                Check.that(
                        shape.isKnown(),
                        "weight \"%s\" of shape %s depends on an unknown length. Give the Input a full shape.",
                        full,
                        shape);
                Type type = new Type(shape, floatType);
                Variable variable = Variable.zeros(layer.name() + "/" + full, type);
                if (!Loading.isActive())
                    variable.assign(initializer.values(shape, new SplittableRandom(Session.nextSeed())));
                weight = new Weight(full, variable, trained, r, c);
                layer.state().add(prefix, weight);
            }
            Shape made = weight.variable().type().shape();
            Check.that(
                    made.equals(shape),
                    "weight \"%s\" was made with shape %s, but this input needs %s. Make another layer for it.",
                    full,
                    made,
                    shape);
            Tensor value = updates.getOrDefault(weight.variable(), read(weight.variable()));
            states.put(value, weight.variable());
            return value;
        }

        @Override
        public void update(Tensor state, Tensor value) {
            Check.that(states.containsKey(state), "update expects a tensor that state() gave");
            updates.put(states.get(state), value);
        }

        @Override
        public Tensor carried(String name, Shape shape) {
            Variable variable = layer.state().carried(prefix + name, new Type(shape, floatType));
            return carried.getOrDefault(variable, read(variable));
        }

        @Override
        public void carry(String name, Tensor value) {
            carried.put(layer.state().carried(prefix + name, value.type()), value);
        }

        @Override
        public boolean training() {
            return training;
        }

        @Override
        public boolean trainable() {
            return frozen.trains(layer);
        }

        @Override
        public DType floatType() {
            return floatType;
        }

        @Override
        public Tensor random(RandomOp.Kind kind, double a, double b, Shape shape, OptionalLong seed) {
            long stream = ++streams + 0x9E3779B97F4A7C15L * seed.orElse(0);
            return Tensor.of(new RandomOp(kind, a, b, stream, new Type(shape, floatType)));
        }

        @Override
        public Tensor mask(int input) {
            return masks.get(inputs.get(input));
        }

        @Override
        public void outputMask(Tensor mask) {
            outputMask = mask;
            masked = true;
        }

        @Override
        public void outputMask(int result, Tensor mask) {
            ownMasks.put(result, mask);
        }

        @Override
        public void addLoss(Tensor penalty) {
            losses.add(penalty.sum());
        }

        @Override
        public List<Tensor> child(String child, LayerSpec spec, List<Tensor> of) {
            return spec instanceof Layer || spec instanceof Model
                    ? adopted(child, Layer.of(spec), of)
                    : child(child, spec, of, OWN);
        }

        @Override
        public List<Tensor> child(String child, LayerSpec spec, List<Tensor> of, Source from) {
            return new LayerCall(layer, prefix + child + "/", of, from).results(spec);
        }

        @Override
        public List<Tensor> layer(Layer inner, List<Tensor> of) {
            return adopted(inner.name(), inner, of);
        }

        private List<Tensor> adopted(String child, Layer inner, List<Tensor> of) {
            layer.adopt(prefix + child, inner);
            return Trace.this.call(inner, of);
        }
    }
}
